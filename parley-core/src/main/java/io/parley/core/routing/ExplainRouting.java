package io.parley.core.routing;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.access.Access;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;

/// Asks who would get the next chat of a group, and why the others not.
public record ExplainRouting(GroupId groupId) implements Command {

  @Override
  public Decision decide(License license, Context context) {
    for (Group group : license.groups()) {
      if (group.id().equals(groupId)) {
        return Decision.accepted(
            new Result.RoutingExplained(
                group,
                Router.status(license, groupId),
                license.routing().queues().queued(groupId),
                Router.explain(license, Access.of(groupId))));
      }
    }
    return Decision.rejected(new Rejection.NoSuchGroup(groupId));
  }
}
