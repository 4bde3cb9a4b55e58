package io.parley.store.content;

import io.parley.core.license.LicenseId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The content of the licenses. Its methods block for a round trip to the database.
public final class Contents {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public Contents(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// All items of a kind, as a JSON list; empty if none were ever given.
  public Optional<String> find(LicenseId licenseId, ContentKind kind) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select items from license_content where license_id = :license and kind = :kind")
                .bind("license", licenseId.value())
                .bind("kind", kind.column())
                .mapTo(String.class)
                .findOne());
  }

  /// Replaces all items of a kind.
  ///
  /// @param items a JSON list
  /// @return false if they were the same before
  public boolean put(LicenseId licenseId, ContentKind kind, String items) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        insert into license_content (license_id, kind, items)
                        values (:license, :kind, cast(:items as jsonb))
                        on conflict (license_id, kind) do update set items = excluded.items
                        where license_content.items <> excluded.items
                        """)
                    .bind("license", licenseId.value())
                    .bind("kind", kind.column())
                    .bind("items", items)
                    .execute()
                > 0);
  }
}
