package io.parley.core.webhook;

import io.parley.core.user.AgentId;
import java.util.List;

/// A bot is told of these actions from now on, and of no others.
///
/// @param webhooks the bot's, see [BotWebhooks#of]; none if it is told nothing any more
public record BotWebhooksSet(AgentId botId, List<Webhook> webhooks) implements WebhookChange {
  /// Makes the list unmodifiable.
  public BotWebhooksSet {
    webhooks = List.copyOf(webhooks);
  }
}
