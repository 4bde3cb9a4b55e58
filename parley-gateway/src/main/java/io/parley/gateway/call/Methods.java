package io.parley.gateway.call;

import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Method;
import java.util.Optional;

/// Port: finds methods by name. Filled by [io.parley.protocol.method.Catalogue#find].
@FunctionalInterface
public interface Methods {
  /// The method of that name in an API of a version, as reached by a transport.
  Optional<Method> find(ApiVersion version, Api api, Transport transport, String name);
}
