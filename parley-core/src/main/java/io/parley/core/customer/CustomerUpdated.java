package io.parley.core.customer;

import io.parley.core.user.CustomerId;
import java.util.Set;

/// A customer's profile is another now.
///
/// @param customer as of now
/// @param changed what of it changed
public record CustomerUpdated(Customer customer, Set<Part> changed) implements CustomerChange {
  /// Parts of a profile.
  public enum Part {
    /// The name.
    NAME,
    /// The e-mail address.
    EMAIL,
    /// The picture.
    AVATAR,
    /// The fields.
    FIELDS
  }

  /// Makes the set unmodifiable.
  public CustomerUpdated {
    changed = Set.copyOf(changed);
  }

  @Override
  public CustomerId customerId() {
    return customer.id();
  }
}
