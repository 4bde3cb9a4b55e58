package io.parley.core.webhook;

import io.parley.core.user.AgentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A registered webhook.
///
/// @param apiVersion the number of the version in which it was registered, and is sent
/// @param ownerClientId the application that registered it
/// @param botId the bot that it belongs to; null if it belongs to the license
/// @param secretKey is sent along, so that the receiver knows who sends
/// @param extras what it brings along, each once
public record Webhook(
    WebhookId id,
    String apiVersion,
    String ownerClientId,
    @Nullable AgentId botId,
    WebhookAction action,
    String url,
    String secretKey,
    @Nullable String description,
    WebhookFilters filters,
    List<WebhookExtra> extras) {
  /// Makes the list unmodifiable.
  public Webhook {
    extras = List.copyOf(extras);
  }
}
