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

  /// The type.
  public EventType type() {
    return body.type();
  }
}
