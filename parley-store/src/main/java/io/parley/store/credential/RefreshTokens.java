package io.parley.store.credential;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The tokens that applications get new access tokens with. They are issued by [AgentGrants].
public final class RefreshTokens {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public RefreshTokens(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The token with that hash, be it expired, replaced or revoked.
  public Optional<RefreshToken> find(TokenHash hash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select %s, created_at, expires_at, replaced_at, revoked_at
                    from refresh_token where token_hash = :hash
                    """
                        .formatted(GrantRows.COLUMNS))
                .bind("hash", hash.bytes())
                .map(
                    (row, _) ->
                        new RefreshToken(
                            hash,
                            GrantRows.grant(row),
                            Columns.instant(row, "created_at"),
                            Columns.instantOrNull(row, "expires_at"),
                            Columns.instantOrNull(row, "replaced_at"),
                            Columns.instantOrNull(row, "revoked_at")))
                .findOne());
  }

  /// Forgets tokens that ended, in whatever way, before that time.
  ///
  /// @return how many
  public int removeEnded(Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "delete from refresh_token where least(expires_at, revoked_at) < :before")
                .bind("before", before)
                .execute());
  }
}
