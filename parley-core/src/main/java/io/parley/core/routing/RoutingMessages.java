package io.parley.core.routing;

import io.parley.core.event.EventBody;
import java.time.Duration;
import java.util.Map;

/// The system messages of the router (references, System messages), to the letter, except for
/// `routing.assigned_other`, where the reference repeats the text of another message.
final class RoutingMessages {
  private RoutingMessages() {}

  /// The chat went from one agent to another.
  static EventBody assigned(Departure why, String added, String removed) {
    String type = "routing.assigned_" + why.wireName();
    return why == Departure.OTHER
        ? new EventBody.SystemMessage(
            type, "Chat assigned to " + added, Map.of("agent_added", added))
        : new EventBody.SystemMessage(
            type,
            "Chat assigned to " + added + " because " + removed + " " + why.clause(),
            Map.of("agent_added", added, "agent_removed", removed));
  }

  /// The chat went from an agent who did not reply to another.
  static EventBody assignedInactive(String added, String removed, Duration silence) {
    String minutes = minutes(silence);
    return new EventBody.SystemMessage(
        "routing.assigned_inactive",
        "Chat assigned to "
            + added
            + " because "
            + removed
            + " hasn't replied in "
            + minutes
            + " minutes",
        Map.of("agent_added", added, "agent_removed", removed, "duration", minutes));
  }

  /// The chat lost its agent, and waits for another.
  static EventBody unassigned(Departure why, String agent) {
    String type = "routing.unassigned_" + why.wireName();
    return switch (why) {
      case OTHER -> new EventBody.SystemMessage(type, "Chat is unassigned", Map.of());
      case DELETED ->
          new EventBody.SystemMessage(
              type,
              "Customer was queued because " + agent + " account has been deleted",
              Map.of("agent", agent));
      case SIGNED_OUT, REMOTELY_SIGNED_OUT, DISCONNECTED ->
          new EventBody.SystemMessage(
              type,
              "Customer was queued because " + agent + " " + why.clause(),
              Map.of("agent", agent));
    };
  }

  /// The chat lost its agent, nobody could take it, and chats don't wait in this license.
  static EventBody archived(Departure why, String agent) {
    String type = "routing.archived_" + why.wireName();
    return why == Departure.OTHER
        ? new EventBody.SystemMessage(type, "The chat was closed", Map.of())
        : new EventBody.SystemMessage(
            type,
            "The chat was closed because " + agent + " " + why.clause(),
            Map.of("agent", agent));
  }

  /// Nobody accepts the chats of these groups any more.
  static EventBody archivedOffline() {
    return new EventBody.SystemMessage(
        "routing.archived_offline", "Chat archived due to no available agents", Map.of());
  }

  private static String minutes(Duration duration) {
    return Long.toString(Math.max(1, duration.toMinutes()));
  }
}
