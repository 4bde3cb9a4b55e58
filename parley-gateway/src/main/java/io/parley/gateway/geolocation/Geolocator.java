package io.parley.gateway.geolocation;

import io.parley.core.customer.Geolocation;
import org.jspecify.annotations.Nullable;

/// Port: says where a network address seems to be.
@FunctionalInterface
public interface Geolocator {
  /// Knows nothing.
  Geolocator NONE = _ -> null;

  /// The place of an address, or null if it is not known. Must not block.
  ///
  /// @param address as text
  @Nullable Geolocation find(String address);
}
