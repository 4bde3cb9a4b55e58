package io.parley.core.group;

import io.parley.core.Change;
import io.parley.core.Rejection;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Who is in a group.
final class GroupMembers {
  private GroupMembers() {}

  /// An agent who is named and does not exist, as a refusal; empty if there is none.
  static Optional<Rejection> unknown(License license, SortedMap<AgentId, Priority> wanted) {
    return wanted.keySet().stream()
        .filter(agentId -> license.agentOrNull(agentId) == null)
        .findFirst()
        .map(agentId -> new Rejection.AgentNotFound("agent_priorities", agentId));
  }

  /// What makes these agents, and no others, the members of a group.
  static List<Change> changes(
      License license, GroupId groupId, SortedMap<AgentId, Priority> wanted) {
    var changes = new ArrayList<Change>();
    for (Agent agent : license.agents()) {
      Agent changed = agent.with(groupId, wanted.get(agent.id()));
      if (!changed.equals(agent)) {
        changes.add(new AgentConfigured(changed, false));
      }
    }
    return changes;
  }

  /// The members of a group, with their priorities.
  static Map<AgentId, Priority> of(License license, GroupId groupId) {
    var members = new LinkedHashMap<AgentId, Priority>();
    for (Agent agent : license.agents()) {
      if (agent.isIn(groupId)) {
        members.put(agent.id(), agent.priorityIn(groupId));
      }
    }
    return members;
  }
}
