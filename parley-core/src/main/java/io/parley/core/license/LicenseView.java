package io.parley.core.license;

import io.parley.core.agent.Agent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.property.DefaultProperties;
import io.parley.core.property.PropertyDefinitions;
import io.parley.core.property.PropertyRules;
import io.parley.core.user.AgentId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The license as whoever renders it needs it: an immutable picture that may be kept and shared.
///
/// @param routingStatuses of the agents who are logged in; the others are offline
/// @param propertyDefinitions the properties that are defined in the license
/// @param formerAgents those who were deleted, for what they said
public record LicenseView(
    LicenseProfile profile,
    Map<GroupId, Group> groups,
    Map<AgentId, Agent> agents,
    Map<AgentId, RoutingStatus> routingStatuses,
    PropertyDefinitions propertyDefinitions,
    Map<AgentId, Agent> formerAgents) {

  /// Makes the maps unmodifiable.
  public LicenseView {
    groups = Map.copyOf(groups);
    agents = Map.copyOf(agents);
    routingStatuses = Map.copyOf(routingStatuses);
    formerAgents = Map.copyOf(formerAgents);
  }

  /// A license in which nobody was deleted.
  public LicenseView(
      LicenseProfile profile,
      Map<GroupId, Group> groups,
      Map<AgentId, Agent> agents,
      Map<AgentId, RoutingStatus> routingStatuses,
      PropertyDefinitions propertyDefinitions) {
    this(profile, groups, agents, routingStatuses, propertyDefinitions, Map.of());
  }

  /// A license that has only the default properties.
  public LicenseView(
      LicenseProfile profile,
      Map<GroupId, Group> groups,
      Map<AgentId, Agent> agents,
      Map<AgentId, RoutingStatus> routingStatuses) {
    this(profile, groups, agents, routingStatuses, DefaultProperties.DEFINITIONS);
  }

  /// The rules by which properties are read, set and deleted.
  public PropertyRules propertyRules() {
    return new PropertyRules(propertyDefinitions);
  }

  /// The agent, or null if there is none of that id (any more).
  public @Nullable Agent agentOrNull(AgentId agentId) {
    return agents.get(agentId);
  }

  /// The agent, or who it was; null if nobody ever had that id.
  public @Nullable Agent pastOrPresentAgentOrNull(AgentId agentId) {
    Agent agent = agents.get(agentId);
    return agent == null ? formerAgents.get(agentId) : agent;
  }

  /// The agent's status.
  public RoutingStatus routingStatusOf(AgentId agentId) {
    return routingStatuses.getOrDefault(agentId, RoutingStatus.OFFLINE);
  }

  /// The groups of an agent; group 0, which holds everyone, is not listed.
  public Collection<GroupId> groupsOf(AgentId agentId) {
    Agent agent = agents.get(agentId);
    return agent == null ? List.of() : agent.groups().keySet();
  }
}
