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
import java.util.List;

/// Ends the work of an agent on all connections at once, by another's hand: the agent is logged
/// out, suspended or about to be removed. Somebody else gets the chats.
///
/// Refused for an unknown agent; nothing but the chats changes for one who is offline.
///
/// @param why what the chats are told
public record SignOutAgent(AgentId agentId, Departure why) implements Command {

  @Override
  public Decision decide(License license, Context context) {
    if (license.agentOrNull(agentId) == null) {
      return Decision.rejected(new Rejection.AgentNotFound("agent_id", agentId));
    }
    return Decision.accepted(Result.Done.DONE, changes(license, context, agentId, why));
  }

  /// What ends the work of an agent.
  static List<Change> changes(License license, Context context, AgentId agentId, Departure why) {
    var changes = new ArrayList<Change>();
    for (String connectionId : license.connectionIdsOf(agentId)) {
      changes.add(new AgentDisconnected(agentId, connectionId, true, context.now()));
    }
    if (license.routingStatusOf(agentId) != RoutingStatus.OFFLINE) {
      changes.add(new RoutingStatusSet(agentId, RoutingStatus.OFFLINE));
    }
    changes.addAll(Departures.of(license, context, agentId, why));
    return changes;
  }
}
