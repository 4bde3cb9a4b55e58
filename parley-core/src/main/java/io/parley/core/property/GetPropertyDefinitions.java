package io.parley.core.property;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import java.util.Map;

/// Asks for definitions of properties (Get Property Configs).
///
/// @param all those of every namespace, or of that of the caller's application alone
public record GetPropertyDefinitions(Caller.ByAgent caller, boolean all)
    implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    PropertyDefinitions definitions = license.propertyDefinitions();
    String namespace = caller.clientId();
    PropertyDefinitions own =
        namespace == null ? new PropertyDefinitions(Map.of()) : definitions.in(namespace);
    return Decision.accepted(new Result.OfConfiguration.Definitions(all ? definitions : own));
  }
}
