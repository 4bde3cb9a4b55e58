package io.parley.core.customer;

import io.parley.core.user.CustomerId;

/// A customer was banned. Whoever is connected as that customer is to be disconnected.
///
/// @param customer as of now, with the end of the ban
/// @param days how long the ban lasts
public record CustomerBanned(Customer customer, int days) implements CustomerChange {
  @Override
  public CustomerId customerId() {
    return customer.id();
  }
}
