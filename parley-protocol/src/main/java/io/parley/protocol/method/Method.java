package io.parley.protocol.method;

import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.schema.Contract;
import io.parley.protocol.schema.Contracts;
import io.parley.protocol.scope.ScopeRule;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One method of an API: one row of the [Catalogue].
///
/// @param versions those in which the method exists under this name
/// @param contract what it promises; null until somebody has said it
public record Method(
    Api api,
    String name,
    Set<ApiVersion> versions,
    Set<Transport> transports,
    ScopeRule scopes,
    RateClass rateClass,
    Handling handling,
    @Nullable Contract contract) {
  /// Makes the sets unmodifiable.
  public Method {
    versions = Set.copyOf(versions);
    transports = Set.copyOf(transports);
  }

  /// A method that exists in every version in which its API is served. Its contract is the one of
  /// that name in [io.parley.protocol.schema.Contracts].
  public Method(
      Api api,
      String name,
      Set<Transport> transports,
      ScopeRule scopes,
      RateClass rateClass,
      Handling handling) {
    this(api, name, api.versions(), transports, scopes, rateClass, handling);
  }

  /// A method that exists in some versions. Its contract is the one of that name in
  /// [io.parley.protocol.schema.Contracts].
  public Method(
      Api api,
      String name,
      Set<ApiVersion> versions,
      Set<Transport> transports,
      ScopeRule scopes,
      RateClass rateClass,
      Handling handling) {
    this(
        api,
        name,
        versions,
        transports,
        scopes,
        rateClass,
        handling,
        Contracts.find(api, name).orElse(null));
  }
}
