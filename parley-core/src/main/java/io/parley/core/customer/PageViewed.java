package io.parley.core.customer;

import io.parley.core.user.CustomerId;

/// A customer opened another page of the website.
///
/// @param customer as of now, with the page as the last one
/// @param page the page
public record PageViewed(Customer customer, Customer.Page page) implements CustomerChange {
  @Override
  public CustomerId customerId() {
    return customer.id();
  }
}
