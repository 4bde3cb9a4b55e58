package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.time.Instant;

/// An agent who signed in with a browser.
///
/// @param hash of the secret that the browser keeps
/// @param accountId the UUID of the agent's account
/// @param passwordStamp names the password hash that the agent signed in by: a session outlives no
///     password
public record SignInSession(
    TokenHash hash,
    LicenseId licenseId,
    AgentId agentId,
    String accountId,
    TokenHash passwordStamp,
    Instant createdAt,
    Instant expiresAt) {}
