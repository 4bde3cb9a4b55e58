package io.parley.gateway.account;

import io.parley.core.user.AgentId;

/// An agent whose browser has a session.
///
/// @param secret what the browser keeps
/// @param accountId the UUID of the agent's account
record SignedIn(String secret, Tenant tenant, AgentId agentId, String accountId) {
  /// Leaves the secret out.
  @Override
  public String toString() {
    return "SignedIn[" + agentId + "]";
  }
}
