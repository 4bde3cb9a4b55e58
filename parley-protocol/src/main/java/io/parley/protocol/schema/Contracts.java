package io.parley.protocol.schema;

import io.parley.protocol.Api;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What every method promises.
public final class Contracts {
  private static final Map<Api, Map<String, Contract>> BY_API =
      Map.of(
          Api.AGENT,
          joined(
              ListContracts.OF_AGENTS,
              ChatContracts.of(Api.AGENT),
              CustomerContracts.OF_AGENTS,
              StatusContracts.OF_AGENTS),
          Api.CUSTOMER,
          joined(
              ListContracts.OF_CUSTOMERS,
              ChatContracts.of(Api.CUSTOMER),
              CustomerContracts.OF_CUSTOMERS,
              StatusContracts.OF_CUSTOMERS),
          Api.CONFIGURATION,
          joined(
              ConfigurationContracts.OF_PEOPLE,
              ConfigurationContracts.OF_PROPERTIES,
              WebhookContracts.ALL));

  private Contracts() {}

  /// What the method of that name promises, if somebody has said it.
  public static Optional<Contract> find(Api api, String method) {
    return Optional.ofNullable(of(api).get(method));
  }

  /// The contracts of an API, by method.
  public static Map<String, Contract> of(Api api) {
    return BY_API.getOrDefault(api, Map.of());
  }

  @SafeVarargs
  private static Map<String, Contract> joined(Map<String, Contract>... rooms) {
    var joined = new HashMap<String, Contract>();
    for (Map<String, Contract> room : rooms) {
      joined.putAll(room);
    }
    return Collections.unmodifiableMap(joined);
  }
}
