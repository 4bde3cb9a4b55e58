package io.parley.store.license;

import io.parley.core.license.LicenseId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// What provisioning files said last of each thing that can be configured otherwise, too, as
/// fingerprints. Blocks.
public final class ProvisionedItems {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public ProvisionedItems(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The fingerprints of a license's items, by item.
  public Map<String, String> of(LicenseId licenseId) {
    return jdbi.withHandle(
        handle -> {
          var fingerprints = new HashMap<String, String>();
          handle
              .createQuery("select item, fingerprint from provisioned where license_id = :license")
              .bind("license", licenseId.value())
              .map((row, _) -> Map.entry(row.getString("item"), row.getString("fingerprint")))
              .forEach(entry -> fingerprints.put(entry.getKey(), entry.getValue()));
          return fingerprints;
        });
  }

  /// Notes what was said now.
  public void put(LicenseId licenseId, Collection<Map.Entry<String, String>> fingerprints) {
    if (fingerprints.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          var batch =
              handle.prepareBatch(
                  """
                  insert into provisioned (license_id, item, fingerprint)
                  values (:license, :item, :fingerprint)
                  on conflict (license_id, item) do update set fingerprint = excluded.fingerprint
                  """);
          for (Map.Entry<String, String> each : fingerprints) {
            batch
                .bind("license", licenseId.value())
                .bind("item", each.getKey())
                .bind("fingerprint", each.getValue())
                .add();
          }
          batch.execute();
        });
  }
}
