package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// The agents' passwords.
public final class AccountCredentials {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public AccountCredentials(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// What the agent signs in with; empty for one who has no password.
  public Optional<AccountCredential> find(LicenseId licenseId, AgentId agentId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select account_id, password_hash from account_credential
                    where license_id = :license and agent_id = :agent
                    """)
                .bind("license", licenseId.value())
                .bind("agent", agentId.value())
                .map(
                    (row, _) ->
                        new AccountCredential(
                            licenseId,
                            agentId,
                            row.getString("account_id"),
                            row.getString("password_hash")))
                .findOne());
  }

  /// What everyone signs in with whose address is that one, in whatever case: a person may be an
  /// agent of several licenses.
  public List<AccountCredential> withLogin(String login, int atMost) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select license_id, agent_id, account_id, password_hash from account_credential
                    where lower(agent_id) = lower(:login) order by license_id, agent_id limit :most
                    """)
                .bind("login", login)
                .bind("most", atMost)
                .map(
                    (row, _) ->
                        new AccountCredential(
                            new LicenseId(row.getLong("license_id")),
                            new AgentId(row.getString("agent_id")),
                            row.getString("account_id"),
                            row.getString("password_hash")))
                .list());
  }

  /// Sets the agent's account and password.
  public void put(AccountCredential credential, Instant now) {
    put(credential, false, now);
  }

  /// Sets the agent's account and the password that the agent has chosen.
  public void choose(AccountCredential credential, Instant now) {
    put(credential, true, now);
  }

  /// Those agents of a license who have chosen their passwords.
  public Set<AgentId> chosen(LicenseId licenseId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select agent_id from account_credential where license_id = :license and chosen")
                .bind("license", licenseId.value())
                .map((row, _) -> new AgentId(row.getString("agent_id")))
                .set());
  }

  private void put(AccountCredential credential, boolean chosen, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into account_credential
                      (license_id, agent_id, account_id, password_hash, chosen, updated_at)
                    values (:license, :agent, :account, :hash, :chosen, :now)
                    on conflict (license_id, agent_id) do update
                    set account_id = excluded.account_id, password_hash = excluded.password_hash,
                        chosen = excluded.chosen, updated_at = excluded.updated_at
                    where (account_credential.account_id, account_credential.password_hash)
                       is distinct from (excluded.account_id, excluded.password_hash)
                    """)
                .bind("license", credential.licenseId().value())
                .bind("agent", credential.agentId().value())
                .bind("account", credential.accountId())
                .bind("hash", credential.passwordHash())
                .bind("chosen", chosen)
                .bind("now", now)
                .execute());
  }
}
