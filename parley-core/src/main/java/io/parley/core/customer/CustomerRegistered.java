package io.parley.core.customer;

import io.parley.core.user.CustomerId;

/// A customer is new.
public record CustomerRegistered(Customer customer) implements CustomerChange {
  @Override
  public CustomerId customerId() {
    return customer.id();
  }
}
