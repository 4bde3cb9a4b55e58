package io.parley.core.chat;

/// Who sees a user of a chat.
public enum Visibility {
  /// Every user of the chat.
  ALL,
  /// Agents only.
  AGENTS
}
