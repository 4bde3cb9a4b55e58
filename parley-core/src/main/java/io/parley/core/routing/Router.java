package io.parley.core.routing;

import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Chooses the agent for a chat: of the agents of its groups who are logged in and accept chats and
/// have fewer than they may, the one with the fewest active chats, and among equals the one who has
/// waited longest.
public final class Router {
  private Router() {}

  /// Whom a chat with this access goes to now.
  public static Routing route(License license, Access access) {
    return route(license, access, Map.of());
  }

  /// Whom a chat goes to that is to leave these agents.
  public static Routing routeToOther(License license, Access access, List<AgentId> not) {
    var full = new HashMap<AgentId, Integer>();
    not.forEach(agentId -> full.put(agentId, Integer.MAX_VALUE / 2));
    return route(license, access, full);
  }

  /// Whom a chat goes to, if agents had been given further chats already.
  ///
  /// @param given how many chats more than the license knows each agent has
  static Routing route(License license, Access access, Map<AgentId, Integer> given) {
    @Nullable Agent best = null;
    boolean online = false;
    for (AgentId agentId : license.loggedInAgents()) {
      Agent agent = license.agentOrNull(agentId);
      if (agent == null
          || license.routingStatusOf(agentId) != RoutingStatus.ACCEPTING_CHATS
          || !access.admits(agent.groups().keySet())) {
        continue;
      }
      online = true;
      int load = load(license, agentId, given);
      if (load < agent.maxChatsCount()
          && (best == null || comesBefore(license, given, agentId, best.id()))) {
        best = agent;
      }
    }
    if (best != null) {
      return new Routing.Assigned(best.id());
    }
    return online ? new Routing.Busy() : new Routing.Offline();
  }

  /// The groups in which an agent accepts chats.
  public static SortedSet<GroupId> onlineGroups(License license) {
    var online = new TreeSet<GroupId>();
    for (AgentId agentId : license.loggedInAgents()) {
      if (license.routingStatusOf(agentId) == RoutingStatus.ACCEPTING_CHATS) {
        online.add(GroupId.ALL);
        online.addAll(license.groupsOf(agentId));
      }
    }
    return online;
  }

  private static boolean comesBefore(
      License license, Map<AgentId, Integer> given, AgentId one, AgentId other) {
    int difference = load(license, one, given) - load(license, other, given);
    return difference == 0
        ? license.lastAssigned(one) < license.lastAssigned(other)
        : difference < 0;
  }

  private static int load(License license, AgentId agentId, Map<AgentId, Integer> given) {
    return license.activeChatsOf(agentId) + given.getOrDefault(agentId, 0);
  }
}
