package io.parley.core.user;

/// Which chats an agent's token covers; each includes those before it.
public enum Reach {
  /// Chats in which the agent is present: scopes `--my`.
  MY,
  /// Chats that the agent's groups have access to: scopes `--access`.
  ACCESS,
  /// Every chat of the license: scopes `--all`.
  ALL;

  /// True if this covers all that `other` covers.
  public boolean atLeast(Reach other) {
    return compareTo(other) >= 0;
  }
}
