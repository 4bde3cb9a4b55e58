package io.parley.core.property;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import java.util.Optional;

/// Sets properties of the license or of a group; the others stay (Update License Properties, Update
/// Group Properties). The application whose namespace it is may set them, others as their
/// definitions say.
public record SetHeldProperties(Caller.ByAgent caller, PropertyHolder holder, Properties properties)
    implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    Optional<Rejection> objection =
        HeldProperties.objection(license, caller, holder, properties.byNamespace().keySet())
            .or(
                () ->
                    license
                        .propertyRules()
                        .objectionToSetting(caller, holder.location(), "properties", properties));
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    Properties wanted = HeldProperties.of(license, holder).with(properties);
    return Decision.accepted(Result.Done.DONE, HeldProperties.changes(license, holder, wanted));
  }
}
