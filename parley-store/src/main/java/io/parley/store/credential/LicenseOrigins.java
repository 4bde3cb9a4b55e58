package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// The websites whose pages may ask for a license's customers' tokens.
public final class LicenseOrigins {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public LicenseOrigins(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The origins, in lower case; none: every website may.
  public Set<String> of(LicenseId licenseId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select origin from license_origin where license_id = :license")
                .bind("license", licenseId.value())
                .mapTo(String.class)
                .set());
  }

  /// Makes the origins as given.
  public void put(LicenseId licenseId, Set<String> origins) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate("delete from license_origin where license_id = :license")
              .bind("license", licenseId.value())
              .execute();
          for (String origin : origins) {
            handle
                .createUpdate("insert into license_origin values (:license, :origin)")
                .bind("license", licenseId.value())
                .bind("origin", origin)
                .execute();
          }
        });
  }
}
