package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;

/// A license, by both of its names, and where it belongs.
///
/// @param region the data center: `dal` or `fra`
public record Tenant(LicenseId licenseId, OrganizationId organizationId, String region) {}
