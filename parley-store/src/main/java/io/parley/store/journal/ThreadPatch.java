package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.license.LicenseId;
import io.parley.core.user.UserId;
import io.parley.store.codec.PropertiesCodec;
import io.parley.store.codec.UserKey;
import io.parley.store.journal.RowStatement.Kind;
import io.parley.store.row.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a group does to a thread that was there before.
final class ThreadPatch {

  static final RowStatement ADD =
      RowStatement.of(
          """
          insert into thread (
            license_id, id, chat_id, ordinal, created_at, closed_at, group_ids, tags, user_keys,
            properties)
          select * from {rows}
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT),
          column("chat_id", Kind.TEXT),
          column("ordinal", Kind.INT),
          column("created_at", Kind.TIME),
          column("closed_at", Kind.TIME),
          column("group_ids", Kind.INTS),
          column("tags", Kind.TEXTS),
          column("user_keys", Kind.TEXTS),
          column("properties", Kind.JSON));

  /// The tags that were touched are taken out, and those that are there in the end are added.
  static final RowStatement UPDATE =
      RowStatement.of(
          """
          update thread t set
            closed_at = coalesce(r.closed_at, t.closed_at),
            unindexed = t.unindexed or r.touched <> '{}',
            properties = %s,
            tags = array(
              select kept.tag from unnest(t.tags) with ordinality as kept(tag, place)
              where kept.tag <> all (r.touched)
              order by kept.place) || r.tagged,
            user_keys = t.user_keys || array(
              select added.user_key
              from unnest(r.user_keys) with ordinality as added(user_key, place)
              where added.user_key <> all (t.user_keys)
              order by added.place)
          from {rows}
          where t.license_id = r.license_id and t.id = r.id
          """
              .formatted(PropertiesPatch.sql("t.properties", "r.properties", "r.deleted")),
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT),
          column("closed_at", Kind.TIME),
          column("properties", Kind.JSON),
          column("deleted", Kind.JSON),
          column("touched", Kind.TEXTS),
          column("tagged", Kind.TEXTS),
          column("user_keys", Kind.TEXTS));

  private @Nullable Instant closedAt;
  private final PropertiesPatch properties = new PropertiesPatch();
  private final Map<String, Boolean> tags = new LinkedHashMap<>();
  private final List<String> userKeys = new ArrayList<>();

  /// The row of a chat's last thread.
  static void add(RowBlock rows, LicenseId licenseId, Chat chat) {
    ChatThread thread = chat.lastThread();
    if (thread == null) {
      return;
    }
    Instant closedAt = thread.closedAt();
    rows.add(
        licenseId.value(),
        thread.id().value(),
        chat.id().value(),
        thread.ordinal(),
        Micros.of(thread.createdAt()),
        closedAt == null ? null : Micros.of(closedAt),
        ArrayText.of(thread.access()),
        ArrayText.of(thread.tags()),
        ArrayText.of(thread.userIds().stream().map(UserKey::encode).toList()),
        PropertiesCodec.encode(thread.properties()));
  }

  void close(Instant at) {
    closedAt = at;
  }

  PropertiesPatch properties() {
    return properties;
  }

  void tag(String tag, boolean tagged) {
    tags.remove(tag);
    tags.put(tag, tagged);
  }

  void add(UserId userId) {
    String key = UserKey.encode(userId);
    if (!userKeys.contains(key)) {
      userKeys.add(key);
    }
  }

  void addTo(RowBlock rows, LicenseId licenseId, ThreadId threadId) {
    List<String> tagged =
        tags.keySet().stream().filter(tag -> tags.getOrDefault(tag, false)).toList();
    rows.add(
        licenseId.value(),
        threadId.value(),
        closedAt == null ? null : Micros.of(closedAt),
        properties.encodedSet(),
        properties.encodedDeleted(),
        ArrayText.of(List.copyOf(tags.keySet())),
        ArrayText.of(tagged),
        ArrayText.of(userKeys));
  }
}
