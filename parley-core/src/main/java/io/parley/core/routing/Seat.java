package io.parley.core.routing;

import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.user.AgentId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// An agent who is logged in, as the router sees one.
///
/// @param accepting whether the agent accepts chats
/// @param load in how many active chats the agent is
/// @param turn grows with each chat and each login; the smallest has waited longest
public record Seat(Agent agent, boolean accepting, int load, long turn) {
  /// Who comes first of those with the same priority.
  static final Comparator<Seat> BY_TURN =
      Comparator.comparingInt(Seat::load)
          .thenComparingLong(Seat::turn)
          .thenComparing(seat -> seat.agentId().value());

  /// The agent.
  public AgentId agentId() {
    return agent.id();
  }

  /// True if the router may give the agent another chat.
  public boolean free() {
    return accepting && load < agent.maxChatsCount();
  }

  /// The best priority of the agent among these groups; null if the agent is in none of them, or
  /// only as a supervisor.
  @Nullable Priority priorityFor(Access access) {
    Priority best = Priority.SUPERVISOR;
    for (GroupId groupId : access.groupIds()) {
      if (agent.isIn(groupId) && agent.priorityIn(groupId).compareTo(best) < 0) {
        best = agent.priorityIn(groupId);
      }
    }
    return best == Priority.SUPERVISOR ? null : best;
  }

  /// True if the agent counts in that group: is in it, and not as a supervisor.
  boolean servesIn(GroupId groupId) {
    return agent.isIn(groupId) && agent.priorityIn(groupId) != Priority.SUPERVISOR;
  }

  /// The agent with more or fewer chats.
  Seat with(int newLoad, long newTurn) {
    return new Seat(agent, accepting, newLoad, newTurn);
  }
}
