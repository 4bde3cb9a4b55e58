package io.parley.core.routing;

/// Whether a chat of a group would get an agent.
public enum GroupStatus {
  /// At once.
  ONLINE,
  /// After waiting.
  ONLINE_FOR_QUEUE,
  /// No.
  OFFLINE
}
