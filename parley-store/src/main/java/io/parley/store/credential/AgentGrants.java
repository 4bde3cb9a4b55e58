package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The tokens that agents' grants bring forth: what must happen to several of them happens at once
/// or not at all.
///
/// Every method that issues answers with the access tokens that ended thereby: an application has
/// a limited number of tokens of each kind for an agent, and the oldest go.
public final class AgentGrants {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public AgentGrants(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Adds an access token that comes without a refresh token.
  ///
  /// @param limit how many of a kind the application may have for the agent
  public List<TokenHash> issue(GrantedToken access, int limit) {
    return jdbi.inTransaction(handle -> added(handle, access, limit));
  }

  /// Exchanges a code for tokens.
  ///
  /// @return empty if the code was used before: then nothing is changed
  public Optional<List<TokenHash>> redeem(
      TokenHash code, GrantedToken access, RefreshToken refresh, int limit) {
    return jdbi.inTransaction(
        handle -> {
          boolean won =
              handle
                      .createUpdate(
                          """
                          update authorization_code set used_at = :now
                          where code_hash = :hash and used_at is null
                          """)
                      .bind("hash", code.bytes())
                      .bind("now", access.createdAt())
                      .execute()
                  > 0;
          return won
              ? Optional.of(added(handle, access, refresh, limit))
              : Optional.<List<TokenHash>>empty();
        });
  }

  /// Adds an access token that a refresh token asks for, which stays as it is.
  ///
  /// @return empty if the refresh token is revoked: then nothing is changed
  public Optional<List<TokenHash>> renew(TokenHash refresh, GrantedToken access, int limit) {
    return jdbi.inTransaction(
        handle -> {
          boolean valid =
              handle
                  .createQuery(
                      """
                      select 1 from refresh_token
                      where token_hash = :hash and revoked_at is null and replaced_at is null
                      for share
                      """)
                  .bind("hash", refresh.bytes())
                  .mapTo(Integer.class)
                  .findOne()
                  .isPresent();
          return valid
              ? Optional.of(added(handle, access, limit))
              : Optional.<List<TokenHash>>empty();
        });
  }

  /// Exchanges a refresh token for its successor and an access token.
  ///
  /// @return empty if the refresh token was exchanged before or is revoked: then nothing is changed
  public Optional<List<TokenHash>> rotate(
      TokenHash refresh, GrantedToken access, RefreshToken successor, int limit) {
    return jdbi.inTransaction(
        handle -> {
          boolean won =
              handle
                      .createUpdate(
                          """
                          update refresh_token set replaced_at = :now
                          where token_hash = :hash and revoked_at is null and replaced_at is null
                          """)
                      .bind("hash", refresh.bytes())
                      .bind("now", access.createdAt())
                      .execute()
                  > 0;
          return won
              ? Optional.of(added(handle, access, successor, limit))
              : Optional.<List<TokenHash>>empty();
        });
  }

  /// Ends a grant with all of its tokens.
  ///
  /// @return the access tokens that ended
  public List<TokenHash> revoke(LicenseId licenseId, String grantId, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          revokeRefreshTokens(handle, licenseId, grantId, now);
          return revokedAccessTokens(handle, licenseId, grantId, now);
        });
  }

  /// Ends the grant that a token of either kind comes from, or the access token alone if it comes
  /// from none.
  ///
  /// @return what ended; empty if nobody has that token or it had ended before
  public Optional<Ended> revokeByToken(TokenHash hash, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Origin> origin = origin(handle, hash);
          if (origin.isEmpty()) {
            return Optional.empty();
          }
          Origin found = origin.get();
          boolean any = false;
          List<TokenHash> ended;
          if (found.grantId().isPresent()) {
            String grantId = found.grantId().get();
            any = revokeRefreshTokens(handle, found.licenseId(), grantId, now) > 0;
            ended = revokedAccessTokens(handle, found.licenseId(), grantId, now);
          } else {
            ended = revokedAlone(handle, hash, now);
          }
          return any || !ended.isEmpty()
              ? Optional.of(new Ended(found.licenseId(), found.agentId(), found.clientId(), ended))
              : Optional.empty();
        });
  }

  /// What a revocation ended.
  ///
  /// @param agentId the agent whose tokens they were; empty for customers
  /// @param accessTokens those that were valid until now; may be none
  public record Ended(
      LicenseId licenseId,
      Optional<String> agentId,
      Optional<String> clientId,
      List<TokenHash> accessTokens) {
    /// Makes the list unmodifiable.
    public Ended {
      accessTokens = List.copyOf(accessTokens);
    }
  }

  private record Origin(
      LicenseId licenseId,
      Optional<String> grantId,
      Optional<String> agentId,
      Optional<String> clientId) {}

  private static Optional<Origin> origin(Handle handle, TokenHash hash) {
    return handle
        .createQuery(
            """
            select license_id, grant_id, agent_id, client_id from access_token
            where token_hash = :hash
            union all
            select license_id, grant_id, agent_id, client_id from refresh_token
            where token_hash = :hash
            """)
        .bind("hash", hash.bytes())
        .map(
            (row, _) ->
                new Origin(
                    new LicenseId(row.getLong("license_id")),
                    Optional.ofNullable(row.getString("grant_id")),
                    Optional.ofNullable(row.getString("agent_id")),
                    Optional.ofNullable(row.getString("client_id"))))
        .findFirst();
  }

  private static List<TokenHash> revokedAlone(Handle handle, TokenHash hash, Instant now) {
    return Columns.hashes(
        handle
            .createQuery(
                """
                update access_token set revoked_at = :now
                where token_hash = :hash and revoked_at is null returning token_hash
                """)
            .bind("hash", hash.bytes())
            .bind("now", now));
  }

  /// Comes before the access tokens: whoever is issuing with one of these holds its row, and has
  /// added what the second statement is to see.
  private static int revokeRefreshTokens(
      Handle handle, LicenseId licenseId, String grantId, Instant now) {
    return handle
        .createUpdate(
            """
            update refresh_token set revoked_at = :now
            where license_id = :license and grant_id = :grant and revoked_at is null
            """)
        .bind("license", licenseId.value())
        .bind("grant", grantId)
        .bind("now", now)
        .execute();
  }

  private static List<TokenHash> revokedAccessTokens(
      Handle handle, LicenseId licenseId, String grantId, Instant now) {
    return Columns.hashes(
        handle
            .createQuery(
                """
                update access_token set revoked_at = :now
                where license_id = :license and grant_id = :grant and revoked_at is null
                returning token_hash
                """)
            .bind("license", licenseId.value())
            .bind("grant", grantId)
            .bind("now", now));
  }

  private static List<TokenHash> added(
      Handle handle, GrantedToken access, RefreshToken refresh, int limit) {
    GrantRows.bind(
            handle.createUpdate(
                """
                insert into refresh_token (token_hash, %s, created_at, expires_at)
                values (:hash, %s, :created, :expires)
                """
                    .formatted(GrantRows.COLUMNS, GrantRows.VALUES)),
            refresh.grant())
        .bind("hash", refresh.hash().bytes())
        .bind("created", refresh.createdAt())
        .bind("expires", refresh.expiresAt())
        .execute();
    GrantRows.bind(
            handle.createUpdate(
                """
                update refresh_token set revoked_at = :now
                where token_hash in (
                  select token_hash from refresh_token
                  where license_id = :license and client_id = :client and agent_id = :agent
                    and revoked_at is null and replaced_at is null
                    and (expires_at is null or expires_at > :now)
                  order by created_at desc, (token_hash = :hash) desc offset :limit)
                """),
            refresh.grant())
        .bind("hash", refresh.hash().bytes())
        .bind("now", refresh.createdAt())
        .bind("limit", limit)
        .execute();
    return added(handle, access, limit);
  }

  private static List<TokenHash> added(Handle handle, GrantedToken access, int limit) {
    GrantRows.bind(
            handle.createUpdate(
                """
                insert into access_token
                  (token_hash, kind, %s, created_at, expires_at, sealed_refresh)
                values (:hash, 'agent', %s, :created, :expires, :sealed)
                """
                    .formatted(GrantRows.COLUMNS, GrantRows.VALUES)),
            access.grant())
        .bind("hash", access.hash().bytes())
        .bind("created", access.createdAt())
        .bind("expires", access.expiresAt())
        .bind("sealed", access.sealedRefresh().map(SealedText::bytes).orElse(null))
        .execute();
    return new ArrayList<>(
        Columns.hashes(
            GrantRows.bind(
                    handle.createQuery(
                        """
                        update access_token set revoked_at = :now
                        where token_hash in (
                          select token_hash from access_token
                          where license_id = :license and client_id = :client
                            and agent_id = :agent and kind = 'agent' and grant_id is not null
                            and revoked_at is null and expires_at > :now
                          order by created_at desc, (token_hash = :hash) desc offset :limit)
                        returning token_hash
                        """),
                    access.grant())
                .bind("hash", access.hash().bytes())
                .bind("now", access.createdAt())
                .bind("limit", limit)));
  }
}
