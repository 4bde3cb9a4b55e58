package io.parley.core.property;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Asks for the properties of the license or of a group (List License Properties, List Group
/// Properties). The caller gets what the definitions let agents read, and all of the own
/// application's.
///
/// @param namespacePrefix how their namespaces begin; empty: anyhow
/// @param namePrefix how their names begin; empty: anyhow
public record GetHeldProperties(
    Caller.ByAgent caller, PropertyHolder holder, String namespacePrefix, String namePrefix)
    implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    Optional<Rejection> objection = HeldProperties.objection(license, caller, holder, List.of());
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    Properties readable =
        license
            .propertyRules()
            .readable(caller, holder.location(), HeldProperties.of(license, holder));
    return Decision.accepted(new Result.OfConfiguration.Held(chosen(readable)));
  }

  private Properties chosen(Properties properties) {
    var chosen = new TreeMap<String, Map<String, PropertyValue>>();
    properties
        .byNamespace()
        .forEach(
            (namespace, values) -> {
              if (namespace.startsWith(namespacePrefix)) {
                var named = new TreeMap<>(values);
                named.keySet().removeIf(name -> !name.startsWith(namePrefix));
                chosen.put(namespace, named);
              }
            });
    return new Properties(chosen);
  }
}
