package io.parley.protocol.method;

import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import java.util.List;
import java.util.Optional;

/// Every method that is served, once. Both transports dispatch from here.
public final class Catalogue {
  /// The methods, in the order of the documentation.
  public List<Method> methods() {
    return List.of();
  }

  /// The method of that name in an API of a version, as reached by a transport.
  public Optional<Method> find(ApiVersion version, Api api, Transport transport, String name) {
    return methods().stream()
        .filter(method -> method.api() == api && method.name().equals(name))
        .filter(method -> method.transports().contains(transport))
        .findFirst();
  }
}
