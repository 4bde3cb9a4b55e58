package io.parley.core.webhook;

/// The license has another webhook.
public record WebhookRegistered(Webhook webhook) implements WebhookChange {}
