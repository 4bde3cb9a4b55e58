package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The columns that say of which grant a code or a token is: the same in each of the tables.
final class GrantRows {
  static final String COLUMNS = "license_id, grant_id, agent_id, account_id, client_id, scopes";
  static final String VALUES = ":license, :grant, :agent, :account, :client, :scopes";

  private GrantRows() {}

  static <S extends SqlStatement<S>> S bind(S statement, AgentGrant grant) {
    return statement
        .registerArrayType(String.class, "text")
        .bind("license", grant.licenseId().value())
        .bind("grant", grant.id())
        .bind("agent", grant.agentId().value())
        .bind("account", grant.accountId())
        .bind("client", grant.clientId())
        .bindArray("scopes", String.class, List.copyOf(Columns.sorted(grant.scopes())));
  }

  static <S extends SqlStatement<S>> S bind(S statement, @Nullable ProofKey proofKey) {
    return statement
        .bind("challenge", proofKey == null ? null : proofKey.challenge())
        .bind("method", proofKey == null ? null : proofKey.method());
  }

  static AgentGrant grant(ResultSet row) throws SQLException {
    return new AgentGrant(
        row.getString("grant_id"),
        new LicenseId(row.getLong("license_id")),
        new AgentId(row.getString("agent_id")),
        row.getString("account_id"),
        row.getString("client_id"),
        Columns.textSet(row, "scopes"));
  }

  static @Nullable ProofKey proofKey(ResultSet row) throws SQLException {
    @Nullable String challenge = row.getString("code_challenge");
    return challenge == null ? null : new ProofKey(challenge, row.getString("challenge_method"));
  }
}
