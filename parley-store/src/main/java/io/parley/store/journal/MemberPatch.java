package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.Membership;
import io.parley.core.chat.Visibility;
import io.parley.core.license.LicenseId;
import io.parley.core.user.UserId;
import io.parley.store.codec.UserKey;
import io.parley.store.journal.RowStatement.Kind;
import io.parley.store.row.MemberRow;
import io.parley.store.row.Micros;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a group does to one user of a chat.
final class MemberPatch {

  /// Adds users, or brings back those who were there; these keep their place in the chat, who
  /// sees them, and what they have seen unless it is said anew.
  static final RowStatement PUT =
      RowStatement.of(
          """
          insert into chat_user (
            license_id, chat_id, user_key, position, present, visibility, events_seen_up_to)
          select * from {rows}
          on conflict (license_id, chat_id, user_key) do update set
            present = excluded.present,
            events_seen_up_to =
              coalesce(excluded.events_seen_up_to, chat_user.events_seen_up_to)
          """,
          column("license_id", Kind.LONG),
          column("chat_id", Kind.TEXT),
          column("user_key", Kind.TEXT),
          column("position", Kind.LONG),
          column("present", Kind.FLAG),
          column("visibility", Kind.TEXT),
          column("events_seen_up_to", Kind.TIME));

  static final RowStatement UPDATE =
      RowStatement.of(
          """
          update chat_user m set
            present = coalesce(r.present, m.present),
            events_seen_up_to = coalesce(r.events_seen_up_to, m.events_seen_up_to)
          from {rows}
          where m.license_id = r.license_id
            and m.chat_id = r.chat_id
            and m.user_key = r.user_key
          """,
          column("license_id", Kind.LONG),
          column("chat_id", Kind.TEXT),
          column("user_key", Kind.TEXT),
          column("present", Kind.FLAG),
          column("events_seen_up_to", Kind.TIME));

  private static final int USERS_PER_CHANGE_BITS = 10;

  private @Nullable Long position;
  private Visibility visibility = Visibility.ALL;
  private @Nullable Boolean present;
  private @Nullable Instant seenUpTo;

  /// Where a user stands who came with the change of that number, as one of several.
  static long position(long seq, int index) {
    return (seq << USERS_PER_CHANGE_BITS) + index;
  }

  void add(long seq, Membership member) {
    if (position == null) {
      position = position(seq, 0);
      visibility = member.visibility();
    }
    present = member.present();
    if (seenUpTo == null) {
      seenUpTo = member.eventsSeenUpTo();
    }
  }

  void remove() {
    present = false;
  }

  void see(Instant upTo) {
    seenUpTo = upTo;
  }

  void addTo(LicenseId licenseId, ChatId chatId, UserId userId, RowBlock put, RowBlock update) {
    if (position != null) {
      var member = new Membership(userId, Boolean.TRUE.equals(present), visibility, seenUpTo);
      put(put, licenseId, chatId, position, member);
    } else {
      update.add(
          licenseId.value(),
          chatId.value(),
          UserKey.encode(userId),
          present,
          seenUpTo == null ? null : Micros.of(seenUpTo));
    }
  }

  static void put(
      RowBlock rows, LicenseId licenseId, ChatId chatId, long position, Membership member) {
    Instant seen = member.eventsSeenUpTo();
    rows.add(
        licenseId.value(),
        chatId.value(),
        UserKey.encode(member.userId()),
        position,
        member.present(),
        MemberRow.visibility(member.visibility()),
        seen == null ? null : Micros.of(seen));
  }
}
