package io.parley.core.bot;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.agent.Agent;
import io.parley.core.agent.DescribedAgent;
import io.parley.core.license.License;
import io.parley.core.user.Caller;

/// Asks for bots (Get Bot Agents).
///
/// @param all whether those of other applications, too
public record GetBots(Caller.ByAgent caller, boolean all) implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    return Decision.accepted(
        new Result.OfConfiguration.Bots(
            license.agents().stream()
                .filter(this::isMeant)
                .map(agent -> new DescribedAgent(agent, license.routingStatusOf(agent.id())))
                .toList()));
  }

  private boolean isMeant(Agent agent) {
    Agent.Bot bot = agent.bot();
    return bot != null && (all || bot.ownerClientId().equals(caller.owner()));
  }
}
