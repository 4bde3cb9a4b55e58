package io.parley.core.event;

import io.parley.core.property.Properties;
import io.parley.core.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that someone wants to send.
///
/// @param customId an id of the sender's own, if given
public record NewEvent(
    @Nullable String customId, Recipients recipients, Properties properties, EventBody body) {

  /// The event as it is kept.
  public Event stamped(EventId id, @Nullable UserId author, Instant createdAt) {
    return new Event(id, customId, createdAt, author, recipients, properties, body);
  }

  /// The same saying something else.
  public NewEvent with(EventBody other) {
    return new NewEvent(customId, recipients, properties, other);
  }

  /// An event of the server's own, for everybody.
  public static NewEvent of(EventBody body) {
    return new NewEvent(null, Recipients.ALL, Properties.NONE, body);
  }
}
