package io.parley.core.customer;

import io.parley.core.user.CustomerId;
import java.util.Map;

/// What the customer's side is to keep, and to give back at the next login, is other than it was.
/// Not kept.
public record SideStorageUpdated(CustomerId customerId, Map<String, String> storage)
    implements CustomerChange {
  /// Makes the map unmodifiable.
  public SideStorageUpdated {
    storage = Map.copyOf(storage);
  }

  @Override
  public boolean durable() {
    return false;
  }
}
