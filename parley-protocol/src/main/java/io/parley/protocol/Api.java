package io.parley.protocol;

/// The APIs, each for one role.
public enum Api {
  /// Agent Chat.
  AGENT,
  /// Customer Chat.
  CUSTOMER,
  /// Configuration, for agents and applications.
  CONFIGURATION
}
