package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// The access tokens of all licenses, by hash.
public final class AccessTokens {
  private static final String INSERT =
      """
      insert into access_token
        (token_hash, license_id, kind, agent_id, customer_id, account_id, client_id, scopes,
         created_at, expires_at, revoked_at)
      values
        (:hash, :license, :kind, :agent, :customer, :account, :client, :scopes,
         :created, :expires, :revoked)
      """;

  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public AccessTokens(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The token with that hash, be it expired or revoked.
  public Optional<AccessToken> find(TokenHash hash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select token_hash, license_id, kind, agent_id, customer_id, account_id,
                           client_id, scopes, created_at, expires_at, revoked_at
                    from access_token where token_hash = :hash
                    """)
                .bind("hash", hash.bytes())
                .map(AccessTokens::token)
                .findOne());
  }

  /// Adds a token that nobody has yet.
  public void add(AccessToken token) {
    jdbi.useHandle(handle -> bound(handle.createUpdate(INSERT), token).execute());
  }

  /// Makes the token as given. One that is there already keeps its time of creation, from which its
  /// life is counted, and stays revoked if it was.
  ///
  /// @return false if another license has the same token: then nothing is changed
  public boolean put(AccessToken token) {
    return jdbi.withHandle(
        handle ->
            bound(
                        handle.createUpdate(
                            INSERT
                                + """
                                on conflict (token_hash) do update
                                set kind = excluded.kind, agent_id = excluded.agent_id,
                                    customer_id = excluded.customer_id,
                                    account_id = excluded.account_id,
                                    client_id = excluded.client_id, scopes = excluded.scopes,
                                    expires_at = access_token.created_at
                                      + (excluded.expires_at - excluded.created_at)
                                where access_token.license_id = excluded.license_id
                                """),
                        token)
                    .execute()
                > 0);
  }

  /// Revokes the token.
  ///
  /// @return false if there is no such token, or it was revoked before
  public boolean revoke(TokenHash hash, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        update access_token set revoked_at = :now
                        where token_hash = :hash and revoked_at is null
                        """)
                    .bind("hash", hash.bytes())
                    .bind("now", now)
                    .execute()
                > 0);
  }

  /// The tokens that were revoked at that time or later, by whomever.
  public List<TokenHash> revokedSince(Instant since) {
    return jdbi.withHandle(
        handle ->
            Columns.hashes(
                handle
                    .createQuery("select token_hash from access_token where revoked_at >= :since")
                    .bind("since", since)));
  }

  /// The refresh token that the token was had with, as it was sealed.
  public Optional<SealedText> sealedRefresh(TokenHash hash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select sealed_refresh from access_token
                    where token_hash = :hash and sealed_refresh is not null
                    """)
                .bind("hash", hash.bytes())
                .map((row, _) -> new SealedText(row.getBytes("sealed_refresh")))
                .findOne());
  }

  /// Forgets tokens that expired before that time, save for provisioned ones: their life is counted
  /// from their first appearance.
  ///
  /// @return how many
  public int removeExpired(Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    delete from access_token
                    where expires_at < :before and (kind = 'customer' or grant_id is not null)
                    """)
                .bind("before", before)
                .execute());
  }

  private static Update bound(Update update, AccessToken token) {
    return update
        .registerArrayType(String.class, "text")
        .bind("hash", token.hash().bytes())
        .bind("license", token.licenseId().value())
        .bind("kind", token.kind().column())
        .bind("agent", token.holder() instanceof AgentId(String id) ? id : null)
        .bind("customer", token.holder() instanceof CustomerId(String id) ? id : null)
        .bind("account", token.accountId())
        .bind("client", token.clientId())
        .bindArray("scopes", String.class, List.copyOf(Columns.sorted(token.scopes())))
        .bind("created", token.createdAt())
        .bind("expires", token.expiresAt())
        .bind("revoked", token.revokedAt());
  }

  private static AccessToken token(ResultSet row, StatementContext context) throws SQLException {
    @Nullable String agentId = row.getString("agent_id");
    UserId holder =
        agentId == null ? new CustomerId(row.getString("customer_id")) : new AgentId(agentId);
    return new AccessToken(
        TokenHash.ofBytes(row.getBytes("token_hash")),
        new LicenseId(row.getLong("license_id")),
        TokenKind.ofColumn(row.getString("kind")),
        holder,
        row.getString("account_id"),
        row.getString("client_id"),
        Columns.textSet(row, "scopes"),
        Columns.instant(row, "created_at"),
        Columns.instantOrNull(row, "expires_at"),
        Columns.instantOrNull(row, "revoked_at"));
  }
}
