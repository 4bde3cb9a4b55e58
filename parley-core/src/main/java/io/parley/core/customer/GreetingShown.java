package io.parley.core.customer;

import io.parley.core.content.ShownGreeting;
import io.parley.core.user.CustomerId;

/// A visitor is greeted in the middle of a visit. Not kept.
public record GreetingShown(CustomerId customerId, ShownGreeting greeting)
    implements CustomerChange {
  @Override
  public boolean durable() {
    return false;
  }
}
