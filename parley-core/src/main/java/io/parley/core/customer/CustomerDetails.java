package io.parley.core.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a request says about a customer; null and absent values leave what is known.
public record CustomerDetails(
    @Nullable String name,
    @Nullable String email,
    @Nullable String avatar,
    List<Customer.Field> fields) {
  /// Nothing.
  public static final CustomerDetails NONE = new CustomerDetails(null, null, null, List.of());

  /// Makes the list unmodifiable.
  public CustomerDetails {
    fields = List.copyOf(fields);
  }
}
