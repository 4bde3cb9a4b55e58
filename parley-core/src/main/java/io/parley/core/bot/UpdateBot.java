package io.parley.core.bot;

import io.parley.core.Change;
import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.license.License;
import io.parley.core.routing.Departure;
import io.parley.core.routing.Departures;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.webhook.BotWebhooks;
import io.parley.core.webhook.BotWebhooksSet;
import java.util.ArrayList;
import java.util.Optional;

/// Changes a bot (Update Bot Agent); only for the application that made it. Somebody else gets the
/// chats of one that goes offline.
public record UpdateBot(Caller.ByAgent caller, AgentId botId, BotPatch patch)
    implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    return switch (BotSight.of(license, caller, "id", botId, true)) {
      case BotSight.None(Rejection rejection) -> Decision.rejected(rejection);
      case BotSight.Of(Agent agent, Agent.Bot bot) -> {
        Optional<Rejection> objection = patch.objection(license);
        yield objection.isPresent()
            ? Decision.rejected(objection.get())
            : update(license, context, agent, bot);
      }
    };
  }

  private Decision update(License license, Context context, Agent agent, Agent.Bot bot) {
    var changes = new ArrayList<Change>();
    Agent changed = patch.appliedTo(agent, bot);
    if (!changed.equals(agent)) {
      changes.add(new AgentConfigured(changed, false));
    }
    BotWebhooks webhooks = patch.webhooks();
    if (webhooks != null) {
      changes.add(new BotWebhooksSet(botId, webhooks.of(botId, bot.ownerClientId())));
    }
    RoutingStatus wanted = patch.status();
    if (wanted != null && wanted != license.routingStatusOf(botId)) {
      changes.add(new RoutingStatusSet(botId, wanted, true));
      if (wanted == RoutingStatus.OFFLINE) {
        changes.addAll(Departures.of(license, context, botId, Departure.SIGNED_OUT));
      }
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }
}
