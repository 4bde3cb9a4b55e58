package io.parley.gateway.access;

import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import io.vertx.core.MultiMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a request names its tenant.
public sealed interface TenantName {
  /// By the license's number.
  record ById(LicenseId licenseId) implements TenantName {}

  /// By the organization's UUID.
  record ByOrganization(OrganizationId organizationId) implements TenantName {}

  /// Reads the query parameters `license_id` and `organization_id`; empty if there is neither, or
  /// the one that counts is malformed.
  static Optional<TenantName> of(MultiMap parameters) {
    @Nullable String number = parameters.get("license_id");
    if (number != null) {
      return licenseId(number);
    }
    @Nullable String organization = parameters.get("organization_id");
    return organization == null || organization.isBlank()
        ? Optional.empty()
        : Optional.of(new ByOrganization(new OrganizationId(organization)));
  }

  private static Optional<TenantName> licenseId(String number) {
    try {
      long value = Long.parseLong(number);
      return value > 0 ? Optional.of(new ById(new LicenseId(value))) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
