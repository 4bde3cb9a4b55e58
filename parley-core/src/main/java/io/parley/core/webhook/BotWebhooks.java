package io.parley.core.webhook;

import io.parley.core.user.AgentId;
import java.util.ArrayList;
import java.util.List;

/// The webhooks of a bot: one receiver, several actions. They fire while the bot is not offline.
///
/// @param apiVersion the number of the version in which they were given, and are sent
/// @param secretKey is sent along, so that the receiver knows who sends
public record BotWebhooks(String apiVersion, String url, String secretKey, List<Trigger> triggers) {
  /// Makes the list unmodifiable.
  public BotWebhooks {
    triggers = List.copyOf(triggers);
  }

  /// One action that the bot is told of.
  ///
  /// @param extras what the webhook brings along, each once
  public record Trigger(WebhookAction action, WebhookFilters filters, List<WebhookExtra> extras) {
    /// Makes the list unmodifiable.
    public Trigger {
      extras = List.copyOf(extras);
    }
  }

  /// A webhook for each action, named after the bot.
  ///
  /// @param ownerClientId the application that the bot belongs to
  public List<Webhook> of(AgentId botId, String ownerClientId) {
    var webhooks = new ArrayList<Webhook>(triggers.size());
    for (Trigger trigger : triggers) {
      webhooks.add(
          new Webhook(
              new WebhookId(botId + "-" + (webhooks.size() + 1)),
              apiVersion,
              ownerClientId,
              botId,
              trigger.action(),
              url,
              secretKey,
              null,
              trigger.filters(),
              trigger.extras()));
    }
    return webhooks;
  }
}
