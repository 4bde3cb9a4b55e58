package io.parley.gateway.account;

/// On whose side of the conversation someone stands.
public enum Role {
  /// The license's side: Agent Chat and Configuration API.
  AGENT,
  /// The website's side: Customer Chat API.
  CUSTOMER
}
