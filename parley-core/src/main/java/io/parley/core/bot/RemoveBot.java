package io.parley.core.bot;

import io.parley.core.Change;
import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentDeleted;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.license.License;
import io.parley.core.routing.Departure;
import io.parley.core.routing.Departures;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.webhook.BotWebhooksSet;
import java.util.ArrayList;
import java.util.List;

/// Removes a bot (Remove Bot Agent). Somebody else gets its chats.
public record RemoveBot(Caller.ByAgent caller, AgentId botId) implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    return switch (BotSight.of(license, caller, "bot_agent_id", botId, false)) {
      case BotSight.None(Rejection rejection) -> Decision.rejected(rejection);
      case BotSight.Of(Agent agent, _) -> remove(license, context, agent);
    };
  }

  private Decision remove(License license, Context context, Agent agent) {
    var changes = new ArrayList<Change>();
    if (license.routingStatusOf(botId) != RoutingStatus.OFFLINE) {
      changes.add(new RoutingStatusSet(botId, RoutingStatus.OFFLINE));
    }
    changes.addAll(Departures.of(license, context, botId, Departure.DELETED));
    changes.add(new AgentDeleted(agent, context.now()));
    if (!license.webhooks().of(botId).isEmpty()) {
      changes.add(new BotWebhooksSet(botId, List.of()));
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }
}
