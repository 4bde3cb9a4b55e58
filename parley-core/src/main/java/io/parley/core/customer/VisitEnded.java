package io.parley.core.customer;

import io.parley.core.user.CustomerId;

/// A customer left the website.
///
/// @param customer as of now, with the last visit ended
public record VisitEnded(Customer customer) implements CustomerChange {
  @Override
  public CustomerId customerId() {
    return customer.id();
  }
}
