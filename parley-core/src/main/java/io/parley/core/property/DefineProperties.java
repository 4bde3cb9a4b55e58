package io.parley.core.property;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.license.PropertiesDefined;
import io.parley.core.user.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Defines properties in the namespace of the caller's application (Create Properties). All of them
/// or none.
///
/// What is defined already stays: the same again changes nothing but the description, and another
/// definition under the same name is refused, for values are set that would not fit it.
public record DefineProperties(Caller.ByAgent caller, List<PropertyDefinition> definitions)
    implements ConfigurationCommand {
  private static final int MOST_IN_NAMESPACE = 1000;

  /// Makes the list unmodifiable.
  public DefineProperties {
    definitions = List.copyOf(definitions);
  }

  @Override
  public Decision decide(License license, Context context) {
    String namespace = caller.clientId();
    if (namespace == null) {
      return Decision.rejected(
          new Rejection.Forbidden(
              "The token belongs to no application, and namespaces belong to applications"));
    }
    if (DefaultProperties.NAMESPACES.contains(namespace)) {
      return Decision.rejected(
          new Rejection.Forbidden("The namespace " + namespace + " is reserved"));
    }
    PropertyDefinitions known = license.propertyDefinitions();
    var added = new ArrayList<PropertyDefinition>();
    for (PropertyDefinition definition : definitions) {
      PropertyDefinition old = known.get(namespace, definition.name());
      Optional<Rejection> objection = objection(definition, old);
      if (objection.isPresent()) {
        return Decision.rejected(objection.get());
      }
      if (!definition.equals(old)) {
        added.add(definition);
      }
    }
    PropertyDefinitions all = known.with(added);
    if (all.byNamespace().getOrDefault(namespace, Map.of()).size() > MOST_IN_NAMESPACE) {
      return Decision.rejected(
          new Rejection.LimitReached(
              "A namespace can't have more than " + MOST_IN_NAMESPACE + " properties"));
    }
    return added.isEmpty()
        ? Decision.done()
        : Decision.accepted(Result.Done.DONE, new PropertiesDefined(added));
  }

  private static Optional<Rejection> objection(
      PropertyDefinition definition, @Nullable PropertyDefinition old) {
    PropertyDefinition.Flaw flaw = definition.flaw();
    if (flaw != null) {
      return Optional.of(
          new Rejection.InvalidField(definition.name() + "." + flaw.member(), flaw.problem()));
    }
    return old == null || definition.isLike(old)
        ? Optional.empty()
        : Optional.of(
            new Rejection.InvalidField(definition.name(), "is defined already, and otherwise"));
  }
}
