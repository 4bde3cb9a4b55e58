package io.parley.store.license;

import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;

/// What became of the wish that a license exist.
public sealed interface Registration {

  /// It exists now.
  record Created(OrganizationId organizationId) implements Registration {}

  /// It existed, with the organization that was wished for, if any.
  record Known(OrganizationId organizationId) implements Registration {}

  /// It existed, with another organization than the one wished for.
  record OtherOrganization(OrganizationId organizationId) implements Registration {}

  /// It does not exist, for the organization has another license.
  record OrganizationTaken(LicenseId licenseId) implements Registration {}
}
