package io.parley.core.content;

import io.parley.core.customer.Customer;
import java.util.List;

/// What a visitor is wished to do.
public sealed interface Goal {
  /// Names it within the license.
  int id();

  /// What it is called.
  String name();

  /// True if a visitor of whom this is known has reached it.
  boolean isReached(String pageUrl, List<Customer.Field> fields);

  /// To be on a certain page.
  ///
  /// @param exact false if the address need only contain the given one
  record OnPage(int id, String name, String url, boolean exact) implements Goal {
    @Override
    public boolean isReached(String pageUrl, List<Customer.Field> fields) {
      return exact ? pageUrl.equals(url) : pageUrl.contains(url);
    }
  }

  /// To have a field with a certain value.
  record WithField(int id, String name, Customer.Field field) implements Goal {
    @Override
    public boolean isReached(String pageUrl, List<Customer.Field> fields) {
      return fields.contains(field);
    }
  }
}
