package io.parley.core.customer;

import io.parley.core.Change;
import io.parley.core.user.CustomerId;

/// A change to one customer.
public sealed interface CustomerChange extends Change
    permits CustomerConnected, CustomerDisconnected, CustomerRegistered, CustomerUpdated {
  /// The customer.
  CustomerId customerId();
}
