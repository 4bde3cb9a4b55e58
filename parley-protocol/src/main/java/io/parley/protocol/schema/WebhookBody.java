package io.parley.protocol.schema;

/// What is sent to the receiver of a webhook.
///
/// @param action the name under which it is registered
/// @param summary one sentence
/// @param shape the whole body
public record WebhookBody(String action, String summary, Shape shape) {}
