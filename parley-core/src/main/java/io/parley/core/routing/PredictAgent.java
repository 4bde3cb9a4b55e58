package io.parley.core.routing;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;

/// Asks who would get a chat now (Get Predicted Agent). Refused when the group is offline, and when
/// all its agents are busy.
public record PredictAgent(GroupId groupId) implements Command {

  @Override
  public Decision decide(License license, Context context) {
    if (license.groupOrNull(groupId) == null) {
      return Decision.rejected(new Rejection.NoSuchGroup(groupId));
    }
    return switch (Router.route(license, Access.of(groupId))) {
      case Routing.Offline() -> Decision.rejected(new Rejection.GroupOffline(groupId));
      case Routing.Busy() -> Decision.rejected(new Rejection.GroupUnavailable(groupId));
      case Routing.Assigned(var agentId) -> {
        Agent agent = license.agentOrNull(agentId);
        yield agent == null
            ? Decision.rejected(new Rejection.GroupOffline(groupId))
            : Decision.accepted(new Result.AgentPredicted(agent));
      }
    };
  }
}
