package io.parley.core.webhook;

/// A webhook of the license is no more; what it has not told yet, it won't.
public record WebhookUnregistered(WebhookId webhookId) implements WebhookChange {}
