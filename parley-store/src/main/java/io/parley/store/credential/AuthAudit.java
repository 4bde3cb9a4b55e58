package io.parley.store.credential;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The record of who was let in, and to what.
public final class AuthAudit {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public AuthAudit(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Writes a line.
  public void add(AuthEvent event) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into auth_audit
                      (license_id, happened_at, action, outcome, agent_id, client_id, address)
                    values (:license, :at, :action, :outcome, :agent, :client, :address)
                    """)
                .bind("license", event.licenseId())
                .bind("at", event.happenedAt())
                .bind("action", event.action().column())
                .bind("outcome", event.outcome())
                .bind("agent", event.agentId())
                .bind("client", event.clientId())
                .bind("address", event.address())
                .execute());
  }

  /// The newest lines about a license, the newest first.
  ///
  /// @param licenseId 0: about no known license
  public List<AuthEvent> newest(long licenseId, int count) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select happened_at, action, outcome, agent_id, client_id, address
                    from auth_audit where license_id = :license order by id desc limit :count
                    """)
                .bind("license", licenseId)
                .bind("count", count)
                .map(
                    (row, _) ->
                        new AuthEvent(
                            Columns.instant(row, "happened_at"),
                            licenseId,
                            AuthEvent.Action.ofColumn(row.getString("action")),
                            row.getString("outcome"),
                            row.getString("agent_id"),
                            row.getString("client_id"),
                            row.getString("address")))
                .list());
  }

  /// Forgets lines older than that.
  ///
  /// @return how many
  public int removeBefore(Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate("delete from auth_audit where happened_at < :before")
                .bind("before", before)
                .execute());
  }
}
