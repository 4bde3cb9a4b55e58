package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.FileAddress;
import io.parley.core.license.LicenseId;
import io.parley.store.journal.RowStatement.Kind;
import java.sql.SQLException;

/// The uploaded files that the new events of a group use: from now on they don't expire.
final class FileRows {

  private static final RowStatement KEEP =
      RowStatement.of(
          """
          update file f set expires_at = null
          from {rows}
          where f.license_id = r.license_id and f.id = r.id and f.expires_at is not null
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT));

  private final RowBlock kept = new RowBlock(KEEP);

  void add(LicenseId licenseId, Event event) {
    if (event.body() instanceof EventBody.File file) {
      FileAddress.ofUrl(file.url())
          .ifPresent(address -> kept.add(licenseId.value(), address.fileId().value()));
    }
  }

  boolean isEmpty() {
    return kept.isEmpty();
  }

  void writeTo(Statements statements) throws SQLException {
    kept.writeTo(statements);
  }
}
