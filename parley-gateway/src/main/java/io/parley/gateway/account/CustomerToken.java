package io.parley.gateway.account;

import io.parley.core.user.CustomerId;
import java.time.Duration;
import java.util.Optional;

/// A customer's token as it is handed out, once.
///
/// @param browserSecret what the customer's browser is to keep; absent if it is to keep nothing
record CustomerToken(
    String token,
    Tenant tenant,
    CustomerId customerId,
    String clientId,
    Duration lifetime,
    Optional<String> browserSecret) {

  CustomerToken withBrowserSecret(Optional<String> secret) {
    return new CustomerToken(token, tenant, customerId, clientId, lifetime, secret);
  }

  /// Leaves the secrets out.
  @Override
  public String toString() {
    return "CustomerToken[" + customerId + "]";
  }
}
