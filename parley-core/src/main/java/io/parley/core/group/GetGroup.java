package io.parley.core.group;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import java.util.Set;

/// Asks for one group (Get Group).
///
/// @param fields what is asked for beside the usual
public record GetGroup(Caller.ByAgent caller, GroupId groupId, Set<GroupField> fields)
    implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    return switch (GroupSight.of(license, caller, groupId)) {
      case GroupSight.None(Rejection rejection) -> Decision.rejected(rejection);
      case GroupSight.Of(Group group) ->
          Decision.accepted(
              new Result.OfConfiguration.OneGroup(GetGroups.described(license, group), fields));
    };
  }
}
