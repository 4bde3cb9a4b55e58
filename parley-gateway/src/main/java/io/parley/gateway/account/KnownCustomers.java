package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.core.user.CustomerId;

/// Port: which customers there are. May block.
@FunctionalInterface
public interface KnownCustomers {
  /// True if the license has such a customer.
  boolean exists(LicenseId licenseId, CustomerId customerId);
}
