package io.parley.core.property;

/// Where a property can be set.
public enum PropertyLocation {
  /// On chats.
  CHAT,
  /// On threads.
  THREAD,
  /// On events.
  EVENT,
  /// On the license.
  LICENSE,
  /// On groups.
  GROUP
}
