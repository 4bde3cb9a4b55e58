package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.util.Set;

/// What an agent allowed an application once. All tokens that come of it share its id, and end
/// together when it is revoked.
///
/// @param accountId the UUID of the agent's account
/// @param scopes what the application may do for the agent
public record AgentGrant(
    String id,
    LicenseId licenseId,
    AgentId agentId,
    String accountId,
    String clientId,
    Set<String> scopes) {

  /// Makes the scopes unmodifiable.
  public AgentGrant {
    scopes = Set.copyOf(scopes);
  }

  /// The same with other scopes: those that are left of what was allowed.
  public AgentGrant withScopes(Set<String> others) {
    return new AgentGrant(id, licenseId, agentId, accountId, clientId, others);
  }
}
