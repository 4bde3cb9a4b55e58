package io.parley.protocol.method;

import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.scope.ScopeRule;
import java.util.Set;

/// One method of an API: one row of the [Catalogue].
///
/// @param versions those in which the method exists under this name
public record Method(
    Api api,
    String name,
    Set<ApiVersion> versions,
    Set<Transport> transports,
    ScopeRule scopes,
    RateClass rateClass,
    Handling handling) {
  /// Makes the sets unmodifiable.
  public Method {
    versions = Set.copyOf(versions);
    transports = Set.copyOf(transports);
  }

  /// A method that exists in every version in which its API is served.
  public Method(
      Api api,
      String name,
      Set<Transport> transports,
      ScopeRule scopes,
      RateClass rateClass,
      Handling handling) {
    this(api, name, api.versions(), transports, scopes, rateClass, handling);
  }
}
