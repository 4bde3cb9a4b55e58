package io.parley.gateway.account;

import io.parley.core.user.AgentId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// An agent's token as it is handed out, once.
///
/// @param refreshToken absent if the application gets none
record AgentToken(
    String accessToken,
    Optional<String> refreshToken,
    Tenant tenant,
    AgentId agentId,
    String accountId,
    String clientId,
    Set<String> scopes,
    Duration lifetime) {
  /// Leaves the tokens out.
  @Override
  public String toString() {
    return "AgentToken[" + agentId + ", " + clientId + "]";
  }
}
