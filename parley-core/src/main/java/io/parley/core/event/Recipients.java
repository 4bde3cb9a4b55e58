package io.parley.core.event;

/// Who may see an event.
public enum Recipients {
  /// Every user of the chat.
  ALL,
  /// Agents only; customers never learn of it.
  AGENTS
}
