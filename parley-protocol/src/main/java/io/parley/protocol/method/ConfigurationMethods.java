package io.parley.protocol.method;

import java.util.ArrayList;
import java.util.List;

/// The methods of the Configuration API, in the order of the documentation. Over HTTP alone.
final class ConfigurationMethods {
  /// All of them.
  static final List<Method> ROWS = collect();

  private ConfigurationMethods() {}

  private static List<Method> collect() {
    var all = new ArrayList<Method>();
    return List.copyOf(all);
  }
}
