package io.parley.core.property;

import io.parley.core.Rejection;
import io.parley.core.property.PropertyDefinition.Rights;
import io.parley.core.user.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Checks what callers set and delete against the definitions of a license.
public final class PropertyRules {
  private final PropertyDefinitions definitions;

  /// @param definitions those of the license
  public PropertyRules(PropertyDefinitions definitions) {
    this.definitions = definitions;
  }

  /// Why the caller may not set these; empty if nothing speaks against it.
  ///
  /// @param field the path of the properties in the request
  public Optional<Rejection> objectionToSetting(
      Caller caller, PropertyLocation location, String field, Properties properties) {
    for (var namespace : properties.byNamespace().entrySet()) {
      for (var property : namespace.getValue().entrySet()) {
        @Nullable Rejection objection =
            objection(
                caller,
                location,
                field,
                namespace.getKey(),
                property.getKey(),
                property.getValue());
        if (objection != null) {
          return Optional.of(objection);
        }
      }
    }
    return Optional.empty();
  }

  /// Why the caller may not delete these; empty if nothing speaks against it.
  ///
  /// @param field the path of the properties in the request
  public Optional<Rejection> objectionToDeleting(
      Caller caller,
      PropertyLocation location,
      String field,
      Map<String, List<String>> namesByNamespace) {
    for (var namespace : namesByNamespace.entrySet()) {
      for (String name : namespace.getValue()) {
        @Nullable Rejection objection =
            objection(caller, location, field, namespace.getKey(), name, null);
        if (objection != null) {
          return Optional.of(objection);
        }
      }
    }
    return Optional.empty();
  }

  /// The properties that customers may read, of those that are set in a location.
  public Properties readableByCustomers(PropertyLocation location, Properties properties) {
    var hidden = new TreeMap<String, List<String>>();
    properties
        .byNamespace()
        .forEach(
            (namespace, values) ->
                hidden.put(
                    namespace,
                    values.keySet().stream()
                        .filter(name -> !customersRead(location, namespace, name))
                        .toList()));
    return properties.without(hidden);
  }

  /// True if customers may read a property that is set in a location. Of properties that are not
  /// defined there they know nothing.
  public boolean customersRead(PropertyLocation location, String namespace, String name) {
    PropertyDefinition definition = definitions.get(namespace, name);
    Rights rights = definition == null ? null : definition.locations().get(location);
    return rights != null && rights.customerReads();
  }

  /// True if agents may read a property that is set in a location: all but those that are for
  /// customers alone.
  public boolean agentsRead(PropertyLocation location, String namespace, String name) {
    PropertyDefinition definition = definitions.get(namespace, name);
    Rights rights = definition == null ? null : definition.locations().get(location);
    return rights == null || rights.agentReads();
  }

  /// The properties of the license or of a group that a caller may read.
  public Properties readable(Caller caller, PropertyLocation location, Properties properties) {
    var hidden = new TreeMap<String, List<String>>();
    properties
        .byNamespace()
        .forEach(
            (namespace, values) ->
                hidden.put(
                    namespace,
                    values.keySet().stream()
                        .filter(
                            name ->
                                !isOwn(caller, location, namespace)
                                    && !agentsRead(location, namespace, name))
                        .toList()));
    return properties.without(hidden);
  }

  /// Applications do as they like with what they keep on the license and on groups.
  private static boolean isOwn(Caller caller, PropertyLocation location, String namespace) {
    boolean apart =
        switch (location) {
          case LICENSE, GROUP -> true;
          case CHAT, THREAD, EVENT -> false;
        };
    return apart && namespace.equals(caller.clientId());
  }

  private @Nullable Rejection objection(
      Caller caller,
      PropertyLocation location,
      String field,
      String namespace,
      String name,
      @Nullable PropertyValue value) {
    String path = field + "." + namespace + "." + name;
    PropertyDefinition definition = definitions.get(namespace, name);
    if (definition == null) {
      return new Rejection.InvalidField(path, "is not a defined property");
    }
    Rights rights = definition.locations().get(location);
    if (rights == null) {
      return new Rejection.InvalidField(
          path, "can't be set on a " + location.name().toLowerCase(Locale.ROOT));
    }
    boolean writes =
        isOwn(caller, location, namespace)
            || switch (caller) {
              case Caller.ByAgent _ -> rights.agentWrites();
              case Caller.ByCustomer _ -> rights.customerWrites();
              case Caller.BySystem() -> true;
            };
    if (!writes) {
      return new Rejection.Forbidden("`" + path + "`: the requester may not write this property");
    }
    String problem = value == null ? null : definition.objectionTo(value);
    return problem == null ? null : new Rejection.InvalidField(path, problem);
  }
}
