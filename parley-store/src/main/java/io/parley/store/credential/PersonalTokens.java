package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The agents' personal tokens, which they name, list and revoke themselves.
public final class PersonalTokens {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public PersonalTokens(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Adds a token that nobody has yet. It never expires.
  public void add(PersonalToken token) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into access_token
                      (token_hash, license_id, kind, agent_id, account_id, name, scopes, created_at)
                    values
                      (:hash, :license, 'personal', :agent, :account, :name, :scopes, :created)
                    """)
                .registerArrayType(String.class, "text")
                .bind("hash", token.hash().bytes())
                .bind("license", token.licenseId().value())
                .bind("agent", token.agentId().value())
                .bind("account", token.accountId())
                .bind("name", token.name())
                .bindArray("scopes", String.class, List.copyOf(Columns.sorted(token.scopes())))
                .bind("created", token.createdAt())
                .execute());
  }

  /// The agent's personal tokens, revoked ones included; the oldest first. Those that were
  /// provisioned have an empty name.
  public List<PersonalToken> list(LicenseId licenseId, AgentId agentId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select token_hash, account_id, coalesce(name, '') as name, scopes, created_at,
                           revoked_at
                    from access_token
                    where license_id = :license and agent_id = :agent and kind = 'personal'
                    order by created_at, token_hash
                    """)
                .bind("license", licenseId.value())
                .bind("agent", agentId.value())
                .map(
                    (row, _) ->
                        new PersonalToken(
                            TokenHash.ofBytes(row.getBytes("token_hash")),
                            licenseId,
                            agentId,
                            row.getString("account_id"),
                            row.getString("name"),
                            Columns.textSet(row, "scopes"),
                            Columns.instant(row, "created_at"),
                            Columns.instantOrNull(row, "revoked_at")))
                .list());
  }

  /// Revokes one of the agent's tokens.
  ///
  /// @param id as [PersonalToken#id] says it
  /// @return the token; empty if the agent has no such token, or it was revoked before
  public Optional<TokenHash> revoke(LicenseId licenseId, AgentId agentId, String id, Instant now) {
    return jdbi.withHandle(
        handle ->
            Columns.hashes(
                    handle
                        .createQuery(
                            """
                            update access_token set revoked_at = :now
                            where license_id = :license and agent_id = :agent
                              and kind = 'personal' and revoked_at is null
                              and left(encode(token_hash, 'hex'), 12) = :id
                            returning token_hash
                            """)
                        .bind("license", licenseId.value())
                        .bind("agent", agentId.value())
                        .bind("id", id)
                        .bind("now", now))
                .stream()
                .findFirst());
  }
}
