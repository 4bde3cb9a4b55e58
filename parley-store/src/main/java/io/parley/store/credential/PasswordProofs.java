package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Which sets of passwords were put.
public final class PasswordProofs {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public PasswordProofs(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The proof for a set of agents, a PHC string.
  public Optional<String> find(LicenseId licenseId, TokenHash agents) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select proof from password_proof where license_id = :license and agents = :agents")
                .bind("license", licenseId.value())
                .bind("agents", agents.hex())
                .mapTo(String.class)
                .findOne());
  }

  /// Keeps a proof instead of an older one of the same agents.
  public void put(LicenseId licenseId, TokenHash agents, String proof) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into password_proof (license_id, agents, proof)
                    values (:license, :agents, :proof)
                    on conflict (license_id, agents) do update set proof = excluded.proof
                    """)
                .bind("license", licenseId.value())
                .bind("agents", agents.hex())
                .bind("proof", proof)
                .execute());
  }
}
