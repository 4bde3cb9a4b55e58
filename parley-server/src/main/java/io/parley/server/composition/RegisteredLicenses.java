package io.parley.server.composition;

import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import io.parley.gateway.account.Licenses;
import io.parley.gateway.account.Tenant;
import io.parley.store.license.LicenseRegistry;
import java.util.Optional;

/// The registry as accounts see it.
record RegisteredLicenses(LicenseRegistry registry) implements Licenses {
  @Override
  public Optional<Tenant> byId(LicenseId licenseId) {
    return registry
        .organizationOf(licenseId)
        .flatMap(organization -> tenant(licenseId, organization));
  }

  @Override
  public Optional<Tenant> byOrganization(OrganizationId organizationId) {
    return registry.find(organizationId).flatMap(licenseId -> tenant(licenseId, organizationId));
  }

  private Optional<Tenant> tenant(LicenseId licenseId, OrganizationId organizationId) {
    return registry
        .regionOf(licenseId)
        .map(region -> new Tenant(licenseId, organizationId, region));
  }
}
