package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.access.Access;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.Membership;
import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.core.user.UserId;
import io.parley.store.journal.RowStatement.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a group does to a chat of which it does not know everything.
final class ChatPatch {

  /// Who touched the following is taken out of the followers, and who follows in the end is added
  /// behind them.
  static final RowStatement UPDATE =
      RowStatement.of(
          """
          update chat c set
            active = c.active and not r.closed,
            group_ids = coalesce(r.group_ids, c.group_ids),
            properties = %s,
            followers = array(
              select kept.agent from unnest(c.followers) with ordinality as kept(agent, place)
              where kept.agent <> all (r.touched)
              order by kept.place) || r.followed
          from {rows}
          where c.license_id = r.license_id and c.id = r.id
          """
              .formatted(PropertiesPatch.sql("c.properties", "r.properties", "r.deleted")),
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT),
          column("closed", Kind.FLAG),
          column("group_ids", Kind.INTS),
          column("properties", Kind.JSON),
          column("deleted", Kind.JSON),
          column("touched", Kind.TEXTS),
          column("followed", Kind.TEXTS));

  private boolean closed;
  private @Nullable Access access;
  private final PropertiesPatch properties = new PropertiesPatch();
  private final Map<AgentId, Boolean> followers = new LinkedHashMap<>();
  private final Map<UserId, MemberPatch> members = new LinkedHashMap<>();

  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  void set(Access result) {
    access = result;
  }

  PropertiesPatch properties() {
    return properties;
  }

  void follow(AgentId agentId, boolean follows) {
    followers.remove(agentId);
    followers.put(agentId, follows);
  }

  void add(long seq, Membership member) {
    patch(member.userId()).add(seq, member);
  }

  void remove(UserId userId) {
    patch(userId).remove();
  }

  void see(UserId userId, Instant upTo) {
    patch(userId).see(upTo);
  }

  private MemberPatch patch(UserId userId) {
    return members.computeIfAbsent(userId, _ -> new MemberPatch());
  }

  void addTo(
      LicenseId licenseId,
      ChatId chatId,
      RowBlock chats,
      RowBlock putMembers,
      RowBlock updatedMembers) {
    members.forEach(
        (userId, member) -> member.addTo(licenseId, chatId, userId, putMembers, updatedMembers));
    if (!closed && access == null && properties.isEmpty() && followers.isEmpty()) {
      return;
    }
    var followed = new ArrayList<String>();
    var touched = new ArrayList<String>();
    followers.forEach(
        (agentId, follows) -> {
          touched.add(agentId.value());
          if (follows) {
            followed.add(agentId.value());
          }
        });
    chats.add(
        licenseId.value(),
        chatId.value(),
        closed,
        access == null ? null : ArrayText.of(access),
        properties.encodedSet(),
        properties.encodedDeleted(),
        ArrayText.of(touched),
        ArrayText.of(followed));
  }
}
