package io.parley.store.row;

import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.EventType;
import io.parley.core.event.Recipients;
import io.parley.core.property.Properties;
import io.parley.store.codec.EventBodyCodec;
import io.parley.store.codec.PropertiesCodec;
import io.parley.store.codec.UserKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/// Rows of the table `event`.
public final class EventRow {

  /// What [#read] needs of the table.
  public static final String COLUMNS =
      """
      e.thread_id, e.number, e.created_at, e.type, e.author, e.recipients, e.body, e.properties,
      e.custom_id\
      """;

  private EventRow() {}

  /// The event of the current row.
  public static Event read(ResultSet row) throws SQLException {
    String author = row.getString("author");
    String properties = row.getString("properties");
    EventType type = EventType.of(row.getString("type")).orElseThrow();
    return new Event(
        new EventId(new ThreadId(row.getString("thread_id")), row.getInt("number")),
        row.getString("custom_id"),
        Columns.instant(row, "created_at"),
        author == null ? null : UserKey.decode(author),
        recipients(row.getString("recipients")),
        properties == null ? Properties.NONE : PropertiesCodec.decode(properties),
        EventBodyCodec.decode(type, row.getString("body")));
  }

  /// How the column says who may see an event.
  public static String recipients(Recipients recipients) {
    return recipients.name().toLowerCase(Locale.ROOT);
  }

  private static Recipients recipients(String text) {
    return Recipients.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
