package io.parley.core.event;

import java.time.Duration;
import java.util.Map;

/// The system messages that the server itself sends (references, System messages).
public final class SystemMessages {
  private SystemMessages() {}

  /// An agent closed the thread.
  public static EventBody archivedByAgent(String agentName) {
    return new EventBody.SystemMessage(
        "manual_archived_agent", agentName + " archived the chat", Map.of("agent", agentName));
  }

  /// The customer closed the thread.
  public static EventBody archivedByCustomer(String customerName) {
    return new EventBody.SystemMessage(
        "manual_archived_customer",
        customerName + " archived the chat",
        Map.of("customer", customerName));
  }

  /// The router closed a thread in which nothing happened for `inactivity`.
  public static EventBody archivedInactive(Duration inactivity) {
    String minutes = minutes(inactivity);
    return new EventBody.SystemMessage(
        "routing.archived_inactive",
        "Chat archived due to " + minutes + " minutes of inactivity",
        Map.of("duration", minutes));
  }

  /// Nothing happened in an active thread for `inactivity`.
  public static EventBody idle(Duration inactivity) {
    String minutes = minutes(inactivity);
    return new EventBody.SystemMessage(
        "routing.idle",
        "Chat is idle due to " + minutes + " minutes of inactivity",
        Map.of("duration", minutes));
  }

  private static String minutes(Duration duration) {
    return Long.toString(Math.max(1, duration.toMinutes()));
  }
}
