package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A personal token as its owner sees it in a list: everything but the token.
///
/// @param name what its owner calls it
/// @param revokedAt null: not revoked
public record PersonalToken(
    TokenHash hash,
    LicenseId licenseId,
    AgentId agentId,
    String accountId,
    String name,
    Set<String> scopes,
    Instant createdAt,
    @Nullable Instant revokedAt) {
  private static final int SHOWN_DIGITS = 12;

  /// Makes the scopes unmodifiable.
  public PersonalToken {
    scopes = Set.copyOf(scopes);
  }

  /// What the token is called by in lists and commands: the first digits of its hash.
  public String id() {
    return hash.hex().substring(0, SHOWN_DIGITS);
  }
}
