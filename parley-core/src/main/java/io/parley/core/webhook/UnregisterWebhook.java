package io.parley.core.webhook;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;

/// Unregisters a webhook of the caller's application, or of any if the caller's reach is
/// [Reach#ALL].
///
/// Bots' webhooks are changed with their bots, and are not found here.
public record UnregisterWebhook(Caller.ByAgent caller, WebhookId webhookId) implements Command {
  @Override
  public Decision decide(License license, Context context) {
    Webhook webhook = license.webhooks().ofLicenseOrNull(webhookId);
    if (webhook == null) {
      return Decision.rejected(new Rejection.WebhookNotFound(webhookId));
    }
    boolean own = webhook.ownerClientId().equals(caller.owner());
    return own || caller.reach() == Reach.ALL
        ? Decision.done(new WebhookUnregistered(webhookId))
        : Decision.rejected(
            new Rejection.Forbidden("`webhook_id`: the webhook is another application's"));
  }
}
