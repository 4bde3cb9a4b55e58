package io.parley.store.credential;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The codes that applications exchange for tokens. They are used up by [AgentGrants#redeem].
public final class AuthorizationCodes {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public AuthorizationCodes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Adds a code that nobody has yet.
  public void add(AuthorizationCode code) {
    jdbi.useHandle(
        handle ->
            GrantRows.bind(
                    GrantRows.bind(
                        handle.createUpdate(
                            """
                            insert into authorization_code
                              (code_hash, %s, redirect_uri, code_challenge, challenge_method,
                               created_at, expires_at, used_at)
                            values
                              (:hash, %s, :uri, :challenge, :method, :created, :expires, :used)
                            """
                                .formatted(GrantRows.COLUMNS, GrantRows.VALUES)),
                        code.grant()),
                    code.proofKey())
                .bind("hash", code.hash().bytes())
                .bind("uri", code.redirectUri())
                .bind("created", code.createdAt())
                .bind("expires", code.expiresAt())
                .bind("used", code.usedAt())
                .execute());
  }

  /// The code with that hash, be it expired or used.
  public Optional<AuthorizationCode> find(TokenHash hash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select %s, redirect_uri, code_challenge, challenge_method,
                           created_at, expires_at, used_at
                    from authorization_code where code_hash = :hash
                    """
                        .formatted(GrantRows.COLUMNS))
                .bind("hash", hash.bytes())
                .map(
                    (row, _) ->
                        new AuthorizationCode(
                            hash,
                            GrantRows.grant(row),
                            row.getString("redirect_uri"),
                            GrantRows.proofKey(row),
                            Columns.instant(row, "created_at"),
                            Columns.instant(row, "expires_at"),
                            Columns.instantOrNull(row, "used_at")))
                .findOne());
  }

  /// Forgets codes that expired before that time: from then on they are unknown, used or not.
  ///
  /// @return how many
  public int removeExpired(Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate("delete from authorization_code where expires_at < :before")
                .bind("before", before)
                .execute());
  }
}
