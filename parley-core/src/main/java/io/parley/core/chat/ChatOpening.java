package io.parley.core.chat;

import io.parley.core.access.Access;
import io.parley.core.event.NewEvent;
import io.parley.core.property.Properties;
import io.parley.core.user.CustomerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a new thread is to begin with.
///
/// @param access who may see the chat; null for the default, all agents
/// @param customerId the customer that an agent wants in the chat
/// @param events initial events, in order
/// @param continuous the chat needs no online group; null leaves the mode as it is
public record ChatOpening(
    @Nullable Access access,
    Properties chatProperties,
    Properties threadProperties,
    @Nullable CustomerId customerId,
    List<NewEvent> events,
    @Nullable Boolean continuous) {
  /// Nothing but a thread.
  public static final ChatOpening PLAIN =
      new ChatOpening(null, Properties.NONE, Properties.NONE, null, List.of(), null);

  /// Makes the list unmodifiable.
  public ChatOpening {
    events = List.copyOf(events);
  }
}
