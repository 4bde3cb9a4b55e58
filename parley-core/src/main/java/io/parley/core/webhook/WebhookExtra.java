package io.parley.core.webhook;

/// What a webhook may bring along beside its payload.
public enum WebhookExtra {
  /// Which groups have access to the chat.
  ACCESS,
  /// All properties of the chat.
  CHAT_PROPERTIES,
  /// The chat's last thread.
  THREAD_ID
}
