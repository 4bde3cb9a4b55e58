package io.parley.core.agent;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import java.util.Set;

/// Asks for one agent, person or bot (Get Agent).
///
/// @param fields what is asked for beside the usual
public record GetAgent(AgentId agentId, Set<AgentField> fields) implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    Agent agent = license.agentOrNull(agentId);
    return agent == null
        ? Decision.rejected(new Rejection.AgentNotFound("id", agentId))
        : Decision.accepted(
            new Result.OfConfiguration.OneAgent(
                new DescribedAgent(agent, license.routingStatusOf(agentId)), fields));
  }
}
