package io.parley.core.group;

import io.parley.core.Rejection;
import io.parley.core.agent.Agent;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;

/// A group as a caller may get at it: one's own groups, or with a token for all of them any.
sealed interface GroupSight {
  /// The caller may.
  record Of(Group group) implements GroupSight {}

  /// There is no such group, or it is none of the caller's business.
  record None(Rejection rejection) implements GroupSight {}

  /// Looks at a group.
  static GroupSight of(License license, Caller.ByAgent caller, GroupId groupId) {
    Group group = license.groupOrNull(groupId);
    if (group == null) {
      return new None(new Rejection.GroupNotFound("id", groupId));
    }
    Agent requester = license.agentOrNull(caller.id());
    return caller.reach() == Reach.ALL || (requester != null && requester.isIn(groupId))
        ? new Of(group)
        : new None(new Rejection.Forbidden("The requester is not a member of group " + groupId));
  }
}
