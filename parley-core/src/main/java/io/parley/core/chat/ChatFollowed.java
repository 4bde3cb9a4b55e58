package io.parley.core.chat;

import io.parley.core.customer.Customer;
import io.parley.core.event.Event;
import io.parley.core.user.AgentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An agent follows a chat from now on.
///
/// @param chat the chat as it was; what the agent is told of it
/// @param threadEvents the events of its last thread
/// @param customer the chat's customer, if it has one
public record ChatFollowed(
    AgentId agentId, Chat chat, List<Event> threadEvents, @Nullable Customer customer)
    implements ChatChange {
  /// Makes the list unmodifiable.
  public ChatFollowed {
    threadEvents = List.copyOf(threadEvents);
  }

  @Override
  public ChatId chatId() {
    return chat.id();
  }
}
