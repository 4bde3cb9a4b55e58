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

/// Deletes properties of the license or of a group (Delete License Properties, Delete Group
/// Properties). A setting of the license has its default then.
public record DeleteHeldProperties(
    Caller.ByAgent caller, PropertyHolder holder, Map<String, List<String>> namesByNamespace)
    implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    Optional<Rejection> objection =
        HeldProperties.objection(license, caller, holder, namesByNamespace.keySet())
            .or(
                () ->
                    license
                        .propertyRules()
                        .objectionToDeleting(
                            caller, holder.location(), "properties", namesByNamespace));
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    Properties wanted = HeldProperties.of(license, holder).without(namesByNamespace);
    return Decision.accepted(Result.Done.DONE, HeldProperties.changes(license, holder, wanted));
  }
}
