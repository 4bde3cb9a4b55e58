package io.parley.core.property;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Values by namespace and name, of one chat, thread or event. Immutable.
public record Properties(Map<String, Map<String, PropertyValue>> byNamespace) {
  /// No properties.
  public static final Properties NONE = new Properties(Map.of());

  /// Makes the maps unmodifiable and drops empty namespaces.
  public Properties {
    if (!byNamespace.isEmpty()) {
      var copy = new TreeMap<String, Map<String, PropertyValue>>();
      byNamespace.forEach(
          (namespace, values) -> {
            if (!values.isEmpty()) {
              copy.put(namespace, Collections.unmodifiableMap(new TreeMap<>(values)));
            }
          });
      byNamespace = Collections.unmodifiableMap(copy);
    }
  }

  /// One property.
  public static Properties of(String namespace, String name, PropertyValue value) {
    return new Properties(Map.of(namespace, Map.of(name, value)));
  }

  /// True if there are none.
  public boolean isEmpty() {
    return byNamespace.isEmpty();
  }

  /// The value of a property, or null if it is not set.
  public @Nullable PropertyValue get(String namespace, String name) {
    var values = byNamespace.get(namespace);
    return values == null ? null : values.get(name);
  }

  /// True if the property is set to `true`.
  public boolean flag(String namespace, String name) {
    return get(namespace, name) instanceof PropertyValue.Flag(boolean value) && value;
  }

  /// These, with `others` set over them.
  public Properties with(Properties others) {
    if (others.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return others;
    }
    var merged = new TreeMap<String, Map<String, PropertyValue>>(byNamespace);
    others.byNamespace.forEach(
        (namespace, values) -> {
          var both = new TreeMap<>(merged.getOrDefault(namespace, Map.of()));
          both.putAll(values);
          merged.put(namespace, both);
        });
    return new Properties(merged);
  }

  /// These, with one property set.
  public Properties with(String namespace, String name, PropertyValue value) {
    return with(Properties.of(namespace, name, value));
  }

  /// These, without the named ones.
  public Properties without(Map<String, List<String>> namesByNamespace) {
    var rest = new TreeMap<String, Map<String, PropertyValue>>(byNamespace);
    namesByNamespace.forEach(
        (namespace, names) -> {
          var values = new TreeMap<>(rest.getOrDefault(namespace, Map.of()));
          names.forEach(values::remove);
          rest.put(namespace, values);
        });
    return new Properties(rest);
  }
}
