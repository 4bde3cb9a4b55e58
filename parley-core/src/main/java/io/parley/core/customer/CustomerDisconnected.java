package io.parley.core.customer;

import io.parley.core.user.CustomerId;
import java.time.Instant;

/// A customer is not logged in on a connection any more. Not kept.
public record CustomerDisconnected(CustomerId customerId, String connectionId, Instant at)
    implements CustomerChange {
  @Override
  public boolean durable() {
    return false;
  }
}
