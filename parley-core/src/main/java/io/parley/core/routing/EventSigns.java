package io.parley.core.routing;

import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.Recipients;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.user.AgentId;
import java.util.Optional;

/// What an event says about the conversation that it comes in.
public final class EventSigns {
  private EventSigns() {}

  /// True if somebody said something: it is no system message.
  public static boolean isSaid(Event event) {
    return !(event.body() instanceof EventBody.SystemMessage);
  }

  /// True if an agent or bot said something to the customer.
  public static boolean isReply(Event event) {
    return event.author() instanceof AgentId
        && event.recipients() == Recipients.ALL
        && isSaid(event);
  }

  /// What changes about a thread when the event comes: it is not idle any more, or has its first
  /// reply. Nearly always nothing.
  public static Optional<ThreadPropertiesUpdated> noted(Chat chat, ChatThread thread, Event event) {
    Properties routing = Properties.NONE;
    if (isSaid(event) && thread.properties().flag("routing", "idle")) {
      routing = routing.with("routing", "idle", new Flag(false));
    }
    if (isReply(event) && thread.properties().flag("routing", "unreplied")) {
      routing = routing.with("routing", "unreplied", new Flag(false));
    }
    return routing.isEmpty()
        ? Optional.empty()
        : Optional.of(new ThreadPropertiesUpdated(chat.id(), thread.id(), routing));
  }
}
