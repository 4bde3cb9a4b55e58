package io.parley.core.customer;

import io.parley.core.user.CustomerId;

/// A customer is logged in on a connection. Not kept.
public record CustomerConnected(CustomerId customerId, String connectionId)
    implements CustomerChange {
  @Override
  public boolean durable() {
    return false;
  }
}
