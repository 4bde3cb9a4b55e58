package io.parley.core.customer;

import io.parley.core.user.CustomerId;

/// A customer is not logged in on a connection any more. Not kept.
public record CustomerDisconnected(CustomerId customerId, String connectionId)
    implements CustomerChange {
  @Override
  public boolean durable() {
    return false;
  }
}
