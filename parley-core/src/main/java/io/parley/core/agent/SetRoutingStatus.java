package io.parley.core.agent;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.routing.Departure;
import io.parley.core.routing.Departures;
import io.parley.core.user.AgentId;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Says whether an agent is given chats (Update Agent). A person must be logged in, and can't be
/// set offline; a bot needs no connection, and is there while it is not set offline.
///
/// @param requester who asks; may be another agent, an administrator
/// @param status null to leave it as it is
public record SetRoutingStatus(AgentId requester, AgentId agentId, @Nullable RoutingStatus status)
    implements Command {

  @Override
  public Decision decide(License license, Context context) {
    Agent agent = license.agentOrNull(agentId);
    if (agent == null) {
      return Decision.rejected(new Rejection.AgentNotFound("agent_id", agentId));
    }
    RoutingStatus before = license.routingStatusOf(agentId);
    if (before == RoutingStatus.OFFLINE && !agent.isBot()) {
      return Decision.rejected(
          requester.equals(agentId)
              ? new Rejection.RequesterOffline(agentId)
              : new Rejection.InvalidField("agent_id", "agent " + agentId + " is offline"));
    }
    if (status == RoutingStatus.OFFLINE && !agent.isBot()) {
      return Decision.rejected(
          new Rejection.InvalidField("routing_status", "people are offline by logging out"));
    }
    if (status == null || before == status) {
      return Decision.done();
    }
    var changes = new ArrayList<Change>();
    changes.add(new RoutingStatusSet(agentId, status, true));
    if (status == RoutingStatus.OFFLINE) {
      changes.addAll(Departures.of(license, context, agentId, Departure.SIGNED_OUT));
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }
}
