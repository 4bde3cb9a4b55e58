package io.parley.core.bot;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.agent.Agent;
import io.parley.core.agent.DescribedAgent;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;

/// Asks for everything about a bot (Get Bot Agent Details).
public record GetBot(Caller.ByAgent caller, AgentId botId) implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    return switch (BotSight.of(license, caller, "bot_agent_id", botId, false)) {
      case BotSight.None(Rejection rejection) -> Decision.rejected(rejection);
      case BotSight.Of(Agent agent, _) ->
          Decision.accepted(
              new Result.OfConfiguration.OneBot(
                  new DescribedAgent(agent, license.routingStatusOf(botId)),
                  license.webhooks().of(botId)));
    };
  }
}
