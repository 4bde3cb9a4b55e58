package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// What agents have allowed applications, so that they are not asked twice.
public final class Consents {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public Consents(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The scopes that the agent has allowed; none if the agent was never asked.
  public Set<String> find(LicenseId licenseId, AgentId agentId, String clientId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select scopes from consent
                    where license_id = :license and agent_id = :agent and client_id = :client
                    """)
                .bind("license", licenseId.value())
                .bind("agent", agentId.value())
                .bind("client", clientId)
                .map((row, _) -> Columns.textSet(row, "scopes"))
                .findOne()
                .orElse(Set.of()));
  }

  /// Remembers what the agent allows from now on.
  public void put(
      LicenseId licenseId, AgentId agentId, String clientId, Set<String> scopes, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into consent (license_id, agent_id, client_id, scopes, given_at)
                    values (:license, :agent, :client, :scopes, :now)
                    on conflict (license_id, agent_id, client_id) do update
                    set scopes = excluded.scopes, given_at = excluded.given_at
                    """)
                .registerArrayType(String.class, "text")
                .bind("license", licenseId.value())
                .bind("agent", agentId.value())
                .bind("client", clientId)
                .bindArray("scopes", String.class, List.copyOf(Columns.sorted(scopes)))
                .bind("now", now)
                .execute());
  }
}
