package io.parley.core.bot;

import io.parley.core.Change;
import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.Permission;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.webhook.BotWebhooks;
import io.parley.core.webhook.BotWebhooksSet;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;

/// Makes a bot (Create Bot Agent). It belongs to the application that the caller's token was issued
/// to, or to the caller if the token belongs to none.
///
/// @param patch with a name and a status at least
public record CreateBot(Caller.ByAgent caller, BotPatch patch) implements ConfigurationCommand {
  private static final int MOST_BOTS = 1000;

  @Override
  public Decision decide(License license, Context context) {
    if (license.agents().stream().filter(Agent::isBot).count() >= MOST_BOTS) {
      return Decision.rejected(
          new Rejection.LimitReached("The license has its " + MOST_BOTS + " bots"));
    }
    Optional<Rejection> objection = patch.objection(license);
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    var bot = new Agent.Bot(caller.owner());
    var id = new AgentId(context.nextUuid().replace("-", ""));
    Agent plain =
        new Agent(
            id,
            context.nextUuid(),
            context.nextUuid(),
            "Bot",
            Permission.NORMAL,
            null,
            null,
            Agent.DEFAULT_MAX_CHATS_COUNT,
            new TreeMap<>(),
            bot);
    RoutingStatus status = patch.status() == null ? RoutingStatus.OFFLINE : patch.status();
    var changes = new ArrayList<Change>();
    changes.add(new AgentConfigured(patch.appliedTo(plain, bot), true));
    BotWebhooks webhooks = patch.webhooks();
    if (webhooks != null) {
      changes.add(new BotWebhooksSet(id, webhooks.of(id, bot.ownerClientId())));
    }
    if (status != RoutingStatus.OFFLINE) {
      changes.add(new RoutingStatusSet(id, status));
    }
    return Decision.accepted(new Result.OfConfiguration.BotCreated(id), changes);
  }
}
