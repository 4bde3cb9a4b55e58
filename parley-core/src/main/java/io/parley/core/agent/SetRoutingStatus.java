package io.parley.core.agent;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;

/// Says whether an agent is given chats (Update Agent). The agent must be logged in.
///
/// @param requester who asks; may be another agent, an administrator
/// @param status not [RoutingStatus#OFFLINE]
public record SetRoutingStatus(AgentId requester, AgentId agentId, RoutingStatus status)
    implements Command {

  @Override
  public Decision decide(License license, Context context) {
    if (license.agentOrNull(agentId) == null) {
      return Decision.rejected(new Rejection.AgentNotFound("agent_id", agentId));
    }
    if (license.routingStatusOf(agentId) == RoutingStatus.OFFLINE) {
      return Decision.rejected(
          requester.equals(agentId)
              ? new Rejection.RequesterOffline(agentId)
              : new Rejection.InvalidField("agent_id", "agent " + agentId + " is offline"));
    }
    return license.routingStatusOf(agentId) == status
        ? Decision.done()
        : Decision.done(new RoutingStatusSet(agentId, status));
  }
}
