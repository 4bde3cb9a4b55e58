package io.parley.core.customer;

import io.parley.core.user.CustomerId;

/// A customer came to the website.
///
/// @param customer as of now, with the visit as the last one
public record VisitStarted(Customer customer) implements CustomerChange {
  @Override
  public CustomerId customerId() {
    return customer.id();
  }
}
