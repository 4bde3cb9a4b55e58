package io.parley.core.license;

import io.parley.core.agent.AgentChange;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.AgentConnected;
import io.parley.core.agent.AgentDeleted;
import io.parley.core.agent.AgentDisconnected;
import io.parley.core.agent.AwayStatusSet;
import io.parley.core.agent.LetterPosted;
import io.parley.core.agent.PushNotificationsChanged;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.user.AgentId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The agents who are logged in, with their status, and each agent's last status.
final class Presences {
  private final Map<AgentId, Presence> byAgent = new LinkedHashMap<>();
  private final Map<AgentId, RoutingStatus> lastStatuses;
  private long turn;

  /// @param lastStatuses each agent's last status, of people the last that was not offline
  /// @param bots those who need no connection: they have the status that they had
  Presences(Map<AgentId, RoutingStatus> lastStatuses, Collection<AgentId> bots) {
    this.lastStatuses = new HashMap<>(lastStatuses);
    this.lastStatuses.values().removeIf(RoutingStatus.OFFLINE::equals);
    for (AgentId bot : bots) {
      RoutingStatus status = this.lastStatuses.get(bot);
      if (status != null) {
        applyStatus(bot, status);
      }
    }
  }

  Set<AgentId> agents() {
    return byAgent.keySet();
  }

  Map<AgentId, RoutingStatus> statuses() {
    var statuses = new HashMap<AgentId, RoutingStatus>();
    byAgent.forEach((agentId, presence) -> statuses.put(agentId, presence.status()));
    return statuses;
  }

  Presence of(AgentId agentId) {
    return byAgent.getOrDefault(agentId, Presence.NEW);
  }

  /// True if the agent has ever been logged in.
  boolean isKnown(AgentId agentId) {
    return lastStatuses.containsKey(agentId);
  }

  RoutingStatus lastStatusOf(AgentId agentId) {
    return lastStatuses.getOrDefault(agentId, RoutingStatus.ACCEPTING_CHATS);
  }

  void assigned(AgentId agentId) {
    turn++;
    byAgent.computeIfPresent(agentId, (_, presence) -> presence.assigned(turn));
  }

  void apply(AgentChange change) {
    AgentId agentId = change.agentId();
    switch (change) {
      case AgentConfigured _, LetterPosted _, PushNotificationsChanged _ -> {}
      case AgentDeleted _ -> {
        byAgent.remove(agentId);
        lastStatuses.remove(agentId);
      }
      case AgentConnected connected ->
          byAgent.put(agentId, present(agentId).connected(connected.connectionId()));
      case AgentDisconnected gone ->
          byAgent.computeIfPresent(
              agentId, (_, presence) -> presence.disconnected(gone.connectionId(), gone.at()));
      case AwayStatusSet set ->
          byAgent.computeIfPresent(
              agentId, (_, presence) -> presence.away(set.connectionId(), set.away()));
      case RoutingStatusSet set -> applyStatus(agentId, set.status());
    }
  }

  /// The agent's presence; one that begins now has waited least of all.
  private Presence present(AgentId agentId) {
    Presence presence = byAgent.get(agentId);
    return presence == null ? Presence.NEW.assigned(++turn) : presence;
  }

  private void applyStatus(AgentId agentId, RoutingStatus status) {
    if (status == RoutingStatus.OFFLINE) {
      byAgent.remove(agentId);
    } else {
      lastStatuses.put(agentId, status);
      byAgent.put(agentId, present(agentId).withStatus(status));
    }
  }
}
