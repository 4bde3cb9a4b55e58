package io.parley.core.agent;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks for all agents, bots among them (List Agents).
///
/// @param groupIds those of these groups; null: of any
/// @param fields what is asked for beside the usual
public record GetAgents(@Nullable List<GroupId> groupIds, Set<AgentField> fields)
    implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    List<DescribedAgent> agents =
        license.agents().stream()
            .filter(agent -> groupIds == null || groupIds.stream().anyMatch(agent::isIn))
            .map(agent -> new DescribedAgent(agent, license.routingStatusOf(agent.id())))
            .toList();
    return Decision.accepted(new Result.OfConfiguration.Agents(agents, fields));
  }
}
