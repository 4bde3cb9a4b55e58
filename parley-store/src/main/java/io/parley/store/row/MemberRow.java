package io.parley.store.row;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.Membership;
import io.parley.core.chat.Visibility;
import io.parley.store.codec.UserKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/// Rows of the table `chat_user`. In a chat they are in the order of `position`.
public record MemberRow(ChatId chatId, Membership membership) {

  /// What [#read] needs of the table.
  public static final String COLUMNS =
      "m.chat_id, m.user_key, m.present, m.visibility, m.events_seen_up_to";

  /// The user of the current row.
  public static MemberRow read(ResultSet row) throws SQLException {
    return new MemberRow(
        new ChatId(row.getString("chat_id")),
        new Membership(
            UserKey.decode(row.getString("user_key")),
            row.getBoolean("present"),
            Visibility.valueOf(row.getString("visibility").toUpperCase(Locale.ROOT)),
            Columns.instantOrNull(row, "events_seen_up_to")));
  }

  /// How the column says who sees a user.
  public static String visibility(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }
}
