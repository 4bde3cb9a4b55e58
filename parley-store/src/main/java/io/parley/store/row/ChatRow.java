package io.parley.store.row;

import io.parley.core.access.Access;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.Membership;
import io.parley.core.property.Properties;
import io.parley.core.user.AgentId;
import io.parley.store.codec.PropertiesCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of the table `chat`, each with its last thread; the users come from another table.
///
/// @param sortedAt the time that lists are ordered by
public record ChatRow(
    ChatId id,
    Instant createdAt,
    Instant sortedAt,
    Access access,
    Properties properties,
    List<AgentId> followers,
    @Nullable ChatThread lastThread) {

  /// What [#read] needs of the chat and its last thread.
  public static final String COLUMNS =
      """
      c.id as chat_id, c.created_at as chat_created_at, c.last_thread_created_at, c.group_ids,
      c.followers, c.properties,
      """
          + ThreadRow.COLUMNS;

  /// Joins a chat with its last thread; to be followed by [ThreadRow#END] or its like.
  public static final String LAST_THREAD =
      " left join thread t on t.license_id = c.license_id and t.id = c.last_thread_id ";

  /// The chat of the current row.
  public static ChatRow read(ResultSet row) throws SQLException {
    return new ChatRow(
        new ChatId(row.getString("chat_id")),
        Columns.instant(row, "chat_created_at"),
        Columns.instant(row, "last_thread_created_at"),
        Columns.access(row, "group_ids"),
        PropertiesCodec.decode(row.getString("properties")),
        Columns.texts(row, "followers").stream().map(AgentId::new).toList(),
        row.getString("thread_id") == null ? null : ThreadRow.read(row));
  }

  /// The whole chat.
  public Chat with(List<Membership> members) {
    return new Chat(id, createdAt, access, properties, members, followers, lastThread);
  }
}
