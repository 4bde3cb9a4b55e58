package io.parley.protocol.method;

import io.parley.protocol.Api;
import io.parley.protocol.Transport;
import io.parley.protocol.scope.ScopeRule;
import java.util.Set;

/// One method of an API: one row of the [Catalogue].
public record Method(
    Api api,
    String name,
    Set<Transport> transports,
    ScopeRule scopes,
    RateClass rateClass,
    Handling handling) {
  /// Makes the set unmodifiable.
  public Method {
    transports = Set.copyOf(transports);
  }
}
