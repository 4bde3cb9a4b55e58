package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import java.util.Optional;

/// Port: which licenses there are. May block.
public interface Licenses {
  /// The license of that number.
  Optional<Tenant> byId(LicenseId licenseId);

  /// The license that the organization owns.
  Optional<Tenant> byOrganization(OrganizationId organizationId);
}
