package io.parley.delivery.webhook;

import io.parley.core.license.LicenseId;
import io.parley.core.webhook.WebhookId;
import io.parley.store.outbox.OutboxEntry;

/// Names a webhook among those of all licenses.
record WebhookKey(LicenseId licenseId, WebhookId webhookId) {
  static WebhookKey of(OutboxEntry entry) {
    return new WebhookKey(entry.licenseId(), entry.webhookId());
  }
}
