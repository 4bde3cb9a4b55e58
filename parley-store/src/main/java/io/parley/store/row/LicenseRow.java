package io.parley.store.row;

import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.OrganizationId;
import io.parley.store.codec.LicenseCodec;
import io.parley.store.codec.PropertiesCodec;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Rows of the table `license`.
///
/// @param epoch raised each time that a writer takes the license over
/// @param seq the number of the last change
public record LicenseRow(LicenseProfile profile, long epoch, long seq) {

  /// What [#read] needs of the table.
  public static final String COLUMNS =
      """
      l.id, l.organization_id, l.name, l.plan, l.region, l.settings, l.properties, l.created_at,
      l.epoch, l.seq\
      """;

  /// The license of the current row.
  public static LicenseRow read(ResultSet row) throws SQLException {
    var profile =
        new LicenseProfile(
            new LicenseId(row.getLong("id")),
            new OrganizationId(row.getString("organization_id")),
            row.getString("name"),
            row.getString("plan"),
            row.getString("region"),
            Columns.instant(row, "created_at"),
            LicenseCodec.decodeSettings(row.getString("settings")),
            PropertiesCodec.decode(row.getString("properties")));
    return new LicenseRow(profile, row.getLong("epoch"), row.getLong("seq"));
  }
}
