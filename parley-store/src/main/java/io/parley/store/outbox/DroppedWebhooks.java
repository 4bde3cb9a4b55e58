package io.parley.store.outbox;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.WebhookId;

/// Webhooks that are no more.
public sealed interface DroppedWebhooks {
  /// The license that they belonged to.
  LicenseId licenseId();

  /// One.
  record One(LicenseId licenseId, WebhookId webhookId) implements DroppedWebhooks {}

  /// All of a bot.
  record OfBot(LicenseId licenseId, AgentId botId) implements DroppedWebhooks {}

  /// True if the webhook is among them.
  default boolean include(LicenseId license, WebhookId webhook) {
    return licenseId().equals(license)
        && switch (this) {
          case One(_, WebhookId webhookId) -> webhookId.equals(webhook);
          case OfBot(_, AgentId botId) -> webhook.value().startsWith(botId + "-");
        };
  }
}
