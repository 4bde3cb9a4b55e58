package io.parley.core.license;

import io.parley.core.Rejection;
import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentChange;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.AgentDeleted;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.property.DefaultProperties;
import io.parley.core.property.PropertyDefinitions;
import io.parley.core.routing.QueueReviewed;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.WebhookChange;
import io.parley.core.webhook.Webhooks;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a license is set up: its profile, groups, agents, properties and webhooks. Changes when
/// somebody configures it, and not by what goes on in it.
final class Setup {
  private LicenseProfile profile;
  private final Map<GroupId, Group> groups = new TreeMap<>();
  private final Map<AgentId, Agent> agents = new LinkedHashMap<>();
  private final Map<AgentId, Agent> formerAgents = new HashMap<>();
  private int highestGroupId;
  private PropertyDefinitions definitions;
  private Webhooks webhooks;

  Setup(LicenseSnapshot snapshot) {
    profile = snapshot.profile();
    groups.put(GroupId.ALL, new Group(GroupId.ALL, "General"));
    snapshot.groups().forEach(group -> groups.put(group.id(), group));
    highestGroupId = snapshot.highestGroupId();
    snapshot.agents().forEach(agent -> agents.put(agent.id(), agent));
    snapshot.formerAgents().forEach(agent -> formerAgents.put(agent.id(), agent));
    definitions = DefaultProperties.DEFINITIONS.with(snapshot.definitions());
    webhooks = Webhooks.of(snapshot.webhooks());
  }

  LicenseProfile profile() {
    return profile;
  }

  Settings settings() {
    return profile.settings();
  }

  PropertyDefinitions definitions() {
    return definitions;
  }

  Webhooks webhooks() {
    return webhooks;
  }

  @Nullable Group groupOrNull(GroupId groupId) {
    return groups.get(groupId);
  }

  Collection<Group> groups() {
    return Collections.unmodifiableCollection(groups.values());
  }

  Optional<GroupId> unknownGroupOf(Access access) {
    return access.groupIds().stream().filter(groupId -> !groups.containsKey(groupId)).findFirst();
  }

  Optional<Rejection> unknownGroupIn(Collection<GroupId> groupIds, String field) {
    return groupIds.stream()
        .filter(groupId -> !groups.containsKey(groupId))
        .findFirst()
        .map(groupId -> new Rejection.GroupNotFound(field, groupId));
  }

  GroupId nextGroupId() {
    int highest = groups.keySet().stream().mapToInt(GroupId::value).max().orElse(0);
    return new GroupId(Math.max(highest, highestGroupId) + 1);
  }

  @Nullable Agent agentOrNull(AgentId agentId) {
    return agents.get(agentId);
  }

  @Nullable Agent formerAgentOrNull(AgentId agentId) {
    return formerAgents.get(agentId);
  }

  Collection<Agent> agents() {
    return Collections.unmodifiableCollection(agents.values());
  }

  Collection<GroupId> groupsOf(AgentId agentId) {
    Agent agent = agents.get(agentId);
    return agent == null ? List.of() : agent.groups().keySet();
  }

  /// A picture of it, with the agents who are there.
  LicenseView view(Presences presences) {
    return new LicenseView(
        profile, groups, agents, presences.statuses(), definitions, formerAgents);
  }

  void apply(LicenseChange change) {
    switch (change) {
      case LicenseConfigured configured -> profile = configured.profile();
      case GroupConfigured configured -> {
        Group group = configured.group();
        groups.put(group.id(), group);
        highestGroupId = Math.max(highestGroupId, group.id().value());
      }
      case GroupDeleted(GroupId groupId) -> groups.remove(groupId);
      case PropertiesDefined(var defined) -> definitions = definitions.with(defined);
      case WebhookChange webhookChange -> webhooks = webhooks.apply(webhookChange);
      case Multicasted _, QueueReviewed _ -> {}
    }
  }

  void apply(AgentChange change) {
    if (change instanceof AgentConfigured(Agent agent, _)) {
      agents.put(agent.id(), agent);
      formerAgents.remove(agent.id());
    } else if (change instanceof AgentDeleted(Agent agent, _)) {
      agents.remove(agent.id());
      formerAgents.put(agent.id(), agent);
    }
  }
}
