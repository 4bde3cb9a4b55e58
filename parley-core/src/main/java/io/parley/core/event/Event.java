package io.parley.core.event;

import io.parley.core.property.Properties;
import io.parley.core.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event of a thread.
///
/// @param customId an id of the sender's own, if given
/// @param createdAt in microseconds, strictly increasing within the thread
/// @param author null for the server's own
public record Event(
    EventId id,
    @Nullable String customId,
    Instant createdAt,
    @Nullable UserId author,
    Recipients recipients,
    Properties properties,
    EventBody body) {

  /// The event with other properties.
  public Event with(Properties newProperties) {
    return new Event(id, customId, createdAt, author, recipients, newProperties, body);
  }

  /// The event with another body.
  public Event with(EventBody newBody) {
    return new Event(id, customId, createdAt, author, recipients, properties, newBody);
  }

  /// The type.
  public EventType type() {
    return body.type();
  }
}
