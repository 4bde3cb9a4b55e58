package io.parley.store.credential;

import io.parley.core.agent.Permission;
import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Who the agents are and what they may do in their licenses, as the journal wrote it.
public final class AgentPermissions {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public AgentPermissions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The agent's permission; empty if the license has no such agent.
  public Optional<Permission> find(LicenseId licenseId, AgentId agentId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select permission from agent where license_id = :license and id = :agent")
                .bind("license", licenseId.value())
                .bind("agent", agentId.value())
                .map(
                    (row, _) ->
                        Permission.valueOf(row.getString("permission").toUpperCase(Locale.ROOT)))
                .findOne());
  }

  /// True of an agent who is suspended or waits for approval.
  public boolean isBarred(LicenseId licenseId, AgentId agentId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select suspended or awaiting_approval from agent
                    where license_id = :license and id = :agent
                    """)
                .bind("license", licenseId.value())
                .bind("agent", agentId.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
  }

  /// The UUID of the agent's account; empty if the license has no such agent.
  public Optional<String> accountOf(LicenseId licenseId, AgentId agentId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select account_id from agent where license_id = :license and id = :agent")
                .bind("license", licenseId.value())
                .bind("agent", agentId.value())
                .mapTo(String.class)
                .findOne());
  }
}
