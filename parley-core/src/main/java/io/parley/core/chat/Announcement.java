package io.parley.core.chat;

import io.parley.core.Context;
import io.parley.core.agent.Agent;
import io.parley.core.event.EventBody;
import io.parley.core.event.NewEvent;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;

/// A system message in a thread.
public final class Announcement {
  private Announcement() {}

  /// The message as the next event of the thread.
  public static EventAdded of(Context context, Chat chat, ChatThread thread, EventBody message) {
    return new EventAdded(
        chat.id(),
        NewEvent.of(message)
            .stamped(thread.nextEventId(), null, thread.nextEventTime(context.now())));
  }

  /// How an agent is called in a message.
  public static String nameOf(License license, AgentId agentId) {
    Agent agent = license.agentOrNull(agentId);
    return agent == null ? agentId.value() : agent.name();
  }
}
