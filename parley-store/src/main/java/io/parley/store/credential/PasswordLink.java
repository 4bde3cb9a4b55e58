package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.time.Instant;

/// A link by which an agent may choose a password, once.
///
/// @param hash of the secret that the link holds
public record PasswordLink(
    TokenHash hash, LicenseId licenseId, AgentId agentId, Instant createdAt, Instant expiresAt) {}
