package io.parley.core.agent;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import java.util.ArrayList;

/// Logs an agent in on a connection (Agent Chat RTM API, Login).
///
/// An agent who was offline accepts chats then, or with `reconnect` has the last known status; one
/// who is logged in elsewhere keeps the status.
///
/// @param connectionId names the connection, unique among all
public record LogInAgent(AgentId agentId, String connectionId, boolean reconnect)
    implements Command {

  @Override
  public Decision decide(License license, Context context) {
    Agent agent = license.agentOrNull(agentId);
    if (agent == null) {
      return Decision.rejected(new Rejection.RequesterUnknown(agentId));
    }
    if (agent.standing().suspended()) {
      return Decision.rejected(new Rejection.RequesterSuspended(agentId));
    }
    if (agent.standing().awaitingApproval()) {
      return Decision.rejected(new Rejection.RequesterAwaitingApproval(agentId));
    }
    var changes = new ArrayList<Change>(2);
    changes.add(new AgentConnected(agentId, connectionId));
    RoutingStatus status = license.routingStatusOf(agentId);
    if (status == RoutingStatus.OFFLINE) {
      status = reconnect ? license.lastRoutingStatusOf(agentId) : RoutingStatus.ACCEPTING_CHATS;
      changes.add(new RoutingStatusSet(agentId, status));
    }
    return Decision.accepted(new Result.AgentLoggedIn(agent, status, license.view()), changes);
  }
}
