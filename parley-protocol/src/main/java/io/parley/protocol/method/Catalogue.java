package io.parley.protocol.method;

import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every method that is served, once, whatever the versions in which it exists. Both transports
/// dispatch from here.
public final class Catalogue {
  private static final List<Method> METHODS = collect();
  private static final Map<Door, Map<String, Method>> METHODS_BY_NAME = byName();

  /// Where a method is called: each door has its own methods.
  private record Door(ApiVersion version, Api api, Transport transport) {}

  /// The methods, in the order of the documentation.
  public List<Method> methods() {
    return METHODS;
  }

  /// The method of that name in an API of a version, as reached by a transport.
  public Optional<Method> find(ApiVersion version, Api api, Transport transport, String name) {
    Map<String, Method> methods = METHODS_BY_NAME.get(new Door(version, api, transport));
    return methods == null ? Optional.empty() : Optional.ofNullable(methods.get(name));
  }

  private static List<Method> collect() {
    var all = new ArrayList<Method>();
    all.addAll(AgentMethods.ROWS);
    all.addAll(CustomerMethods.ROWS);
    all.addAll(ConfigurationMethods.ROWS);
    return List.copyOf(all);
  }

  private static Map<Door, Map<String, Method>> byName() {
    var byName = new HashMap<Door, Map<String, Method>>();
    for (Method method : METHODS) {
      for (ApiVersion version : method.versions()) {
        for (Transport transport : method.transports()) {
          var door = new Door(version, method.api(), transport);
          byName.computeIfAbsent(door, _ -> new HashMap<>()).put(method.name(), method);
        }
      }
    }
    return byName;
  }
}
