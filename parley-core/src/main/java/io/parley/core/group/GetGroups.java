package io.parley.core.group;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.routing.Router;
import java.util.Set;

/// Asks for all groups (List Groups).
///
/// @param fields what is asked for beside the usual
public record GetGroups(Set<GroupField> fields) implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    return Decision.accepted(
        new Result.OfConfiguration.Groups(
            license.groups().stream().map(group -> described(license, group)).toList(), fields));
  }

  static DescribedGroup described(License license, Group group) {
    return new DescribedGroup(
        group, GroupMembers.of(license, group.id()), Router.status(license, group.id()));
  }
}
