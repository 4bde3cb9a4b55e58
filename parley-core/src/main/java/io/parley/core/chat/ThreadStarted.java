package io.parley.core.chat;

import io.parley.core.customer.Customer;
import io.parley.core.event.Event;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A chat has a new active thread; the first of a new chat, or another one.
///
/// @param chat the chat as it is now, with the thread and its users
/// @param initialEvents the events that the thread begins with, in order
/// @param customer the chat's customer as of now, if it has one
/// @param newChat true if the chat itself is new
public record ThreadStarted(
    Chat chat, List<Event> initialEvents, @Nullable Customer customer, boolean newChat)
    implements ChatChange {
  /// Makes the list unmodifiable.
  public ThreadStarted {
    initialEvents = List.copyOf(initialEvents);
  }

  @Override
  public ChatId chatId() {
    return chat.id();
  }

  /// The thread.
  public ChatThread thread() {
    return Optional.ofNullable(chat.lastThread()).orElseThrow();
  }
}
