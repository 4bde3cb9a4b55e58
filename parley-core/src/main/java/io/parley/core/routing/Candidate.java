package io.parley.core.routing;

import io.parley.core.agent.Agent;
import io.parley.core.group.Priority;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An agent, and whether the next chat would be the agent's.
///
/// @param priority the best priority in the chat's groups; null if the agent serves none of them
/// @param activeChats in how many active chats the agent is
public record Candidate(
    Agent agent, @Nullable Priority priority, int activeChats, Verdict verdict) {

  /// Why an agent would or would not get the next chat.
  public enum Verdict {
    /// Gets it.
    NEXT,
    /// Could have it, and comes after others.
    LATER,
    /// Has all the chats that the agent may have.
    FULL,
    /// Is logged in, and does not accept chats.
    NOT_ACCEPTING,
    /// Is not logged in.
    OFFLINE,
    /// Only supervises the groups.
    SUPERVISOR,
    /// Is in none of the groups.
    ELSEWHERE
  }

  /// The verdict in a few words.
  public String reason() {
    String chats = activeChats + " of " + agent.maxChatsCount() + " chats";
    return switch (verdict) {
      case NEXT -> "gets the next chat: " + chats + ", priority " + priorityName();
      case LATER -> "comes later: " + chats + ", priority " + priorityName();
      case FULL -> "has " + chats;
      case NOT_ACCEPTING -> "does not accept chats";
      case OFFLINE -> "is not logged in";
      case SUPERVISOR -> "is a supervisor here";
      case ELSEWHERE -> "is in other groups";
    };
  }

  private String priorityName() {
    return priority == null ? "none" : priority.name().toLowerCase(Locale.ROOT);
  }
}
