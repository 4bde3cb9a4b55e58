package io.parley.gateway.webhook;

import io.parley.core.license.LicenseId;
import io.parley.core.webhook.WebhookId;
import io.parley.protocol.response.ServerAnswers.Deliveries;
import java.util.List;
import java.util.Map;

/// Port: knows how the deliveries of webhooks go.
@FunctionalInterface
public interface WebhookDeliveries {
  /// How those of some webhooks of a license go. Blocks.
  ///
  /// @return may leave out webhooks that have nothing to send and have sent nothing
  Map<WebhookId, Deliveries> of(LicenseId licenseId, List<WebhookId> webhookIds);
}
