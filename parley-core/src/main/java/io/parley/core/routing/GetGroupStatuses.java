package io.parley.core.routing;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Asks for the status of groups (Get Groups Status). Groups that don't exist are left out.
///
/// @param groupIds null: all groups
public record GetGroupStatuses(@Nullable List<GroupId> groupIds) implements Command {

  @Override
  public Decision decide(License license, Context context) {
    var statuses = new TreeMap<GroupId, GroupStatus>();
    for (Group group : license.groups()) {
      if (groupIds == null || groupIds.contains(group.id())) {
        statuses.put(group.id(), Router.status(license, group.id()));
      }
    }
    return Decision.accepted(new Result.GroupStatuses(statuses));
  }
}
