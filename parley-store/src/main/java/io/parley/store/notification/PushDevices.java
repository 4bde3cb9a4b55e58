package io.parley.store.notification;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Knows which devices want to be told. Blocks.
public final class PushDevices {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public PushDevices(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The devices of these agents that want to be told.
  public List<PushDevice> of(LicenseId licenseId, Collection<AgentId> agents) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select agent_id, firebase_token, platform from push_device
                    where license_id = :license and agent_id = any (:agents::text[]) and enabled
                    order by agent_id, token_hash
                    """)
                .bind("license", licenseId.value())
                .bindArray("agents", String.class, agents.stream().map(AgentId::value).toList())
                .map(
                    (row, _) ->
                        new PushDevice(
                            new AgentId(row.getString("agent_id")),
                            row.getString("firebase_token"),
                            row.getString("platform")))
                .list());
  }
}
