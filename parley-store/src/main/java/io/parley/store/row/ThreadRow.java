package io.parley.store.row;

import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.store.codec.PropertiesCodec;
import io.parley.store.codec.UserKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Rows of the table `thread`, joined with the end of the thread, where it is known how many
/// events it has.
public final class ThreadRow {

  /// What [#read] needs of the table and of [#END].
  public static final String COLUMNS =
      """
      t.id as thread_id, t.ordinal, t.created_at as thread_created_at, t.closed_at,
      t.group_ids as thread_group_ids, t.tags, t.user_keys, t.properties as thread_properties,
      coalesce(tail.event_count, 0) as event_count, tail.last_event_at\
      """;

  /// Joins a thread with its end: two columns, from one row of an index.
  public static final String END =
      """
      left join lateral (
        select e.number as event_count, e.created_at as last_event_at
        from event e
        where e.license_id = t.license_id and e.thread_id = t.id
        order by e.number desc
        limit 1) tail on true
      """;

  /// The same with only those events counted that customers may see.
  public static final String END_FOR_CUSTOMERS =
      """
      left join lateral (
        select count(*) as event_count, max(e.created_at) as last_event_at
        from event e
        where e.license_id = t.license_id and e.thread_id = t.id and e.recipients = 'all') tail
      on true
      """;

  private ThreadRow() {}

  /// The thread of the current row.
  public static ChatThread read(ResultSet row) throws SQLException {
    Instant createdAt = Columns.instant(row, "thread_created_at");
    @Nullable Instant lastEventAt = Columns.instantOrNull(row, "last_event_at");
    return new ChatThread(
        new ThreadId(row.getString("thread_id")),
        row.getInt("ordinal"),
        createdAt,
        Columns.access(row, "thread_group_ids"),
        PropertiesCodec.decode(row.getString("thread_properties")),
        Columns.texts(row, "tags"),
        Columns.texts(row, "user_keys").stream().map(UserKey::decode).toList(),
        row.getInt("event_count"),
        lastEventAt == null ? createdAt : lastEventAt,
        Columns.instantOrNull(row, "closed_at"));
  }
}
