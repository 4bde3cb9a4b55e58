package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;

/// What an agent signs in with.
///
/// @param accountId the UUID of the person's account
/// @param passwordHash a PHC string
public record AccountCredential(
    LicenseId licenseId, AgentId agentId, String accountId, String passwordHash) {

  /// Leaves the hash out.
  @Override
  public String toString() {
    return "AccountCredential[" + licenseId + ", " + agentId + "]";
  }
}
