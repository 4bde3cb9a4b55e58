package io.parley.store.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A token that an application gets new access tokens with.
///
/// @param expiresAt null: never
/// @param replacedAt when it was exchanged for its successor; null: it never was
/// @param revokedAt null: not revoked
public record RefreshToken(
    TokenHash hash,
    AgentGrant grant,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant replacedAt,
    @Nullable Instant revokedAt) {

  /// A token that nobody has used yet.
  public static RefreshToken fresh(
      TokenHash hash, AgentGrant grant, Instant createdAt, @Nullable Instant expiresAt) {
    return new RefreshToken(hash, grant, createdAt, expiresAt, null, null);
  }
}
