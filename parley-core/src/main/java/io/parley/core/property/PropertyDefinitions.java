package io.parley.core.property;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All properties that are defined in a license, by namespace and name. Immutable.
public record PropertyDefinitions(Map<String, Map<String, PropertyDefinition>> byNamespace) {

  /// Makes the maps unmodifiable.
  public PropertyDefinitions {
    var copy = new TreeMap<String, Map<String, PropertyDefinition>>();
    byNamespace.forEach(
        (namespace, definitions) ->
            copy.put(namespace, Collections.unmodifiableMap(new TreeMap<>(definitions))));
    byNamespace = Collections.unmodifiableMap(copy);
  }

  /// The definition of a property, or null if there is none.
  public @Nullable PropertyDefinition get(String namespace, String name) {
    var definitions = byNamespace.get(namespace);
    return definitions == null ? null : definitions.get(name);
  }

  /// Those of one namespace.
  public PropertyDefinitions in(String namespace) {
    var definitions = byNamespace.get(namespace);
    return new PropertyDefinitions(definitions == null ? Map.of() : Map.of(namespace, definitions));
  }

  /// These, with others.
  public PropertyDefinitions with(Collection<PropertyDefinition> others) {
    PropertyDefinitions all = this;
    for (PropertyDefinition other : others) {
      all = all.with(other);
    }
    return all;
  }

  /// These, with one set.
  public PropertyDefinitions with(PropertyDefinition definition) {
    var all = new TreeMap<String, Map<String, PropertyDefinition>>(byNamespace);
    var inNamespace = new TreeMap<>(all.getOrDefault(definition.namespace(), Map.of()));
    inNamespace.put(definition.name(), definition);
    all.put(definition.namespace(), inNamespace);
    return new PropertyDefinitions(all);
  }
}
