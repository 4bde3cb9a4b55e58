package io.parley.core.agent;

/// Whether an agent is given chats.
public enum RoutingStatus {
  /// Logged in and given chats.
  ACCEPTING_CHATS,
  /// Logged in and given none.
  NOT_ACCEPTING_CHATS,
  /// Not logged in.
  OFFLINE
}
