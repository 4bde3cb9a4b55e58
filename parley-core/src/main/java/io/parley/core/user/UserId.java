package io.parley.core.user;

/// Names an agent or a customer within a license.
public sealed interface UserId permits AgentId, CustomerId {
  /// The id as agents and integrations know it; customers see agents under another one.
  String value();
}
