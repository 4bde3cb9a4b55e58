package io.parley.core.agent;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.routing.Departure;
import io.parley.core.routing.Departures;
import io.parley.core.user.AgentId;
import java.util.ArrayList;

/// Logs an agent out on a connection (Agent Chat RTM API, Logout). Offline at once if it was the
/// last one, and somebody else gets the chats.
public record LogOutAgent(AgentId agentId, String connectionId) implements Command {

  @Override
  public Decision decide(License license, Context context) {
    if (!license.isConnected(agentId, connectionId)) {
      return Decision.done();
    }
    var changes = new ArrayList<Change>(2);
    changes.add(new AgentDisconnected(agentId, connectionId, true, context.now()));
    if (license.connectionsOf(agentId) == 1) {
      changes.add(new RoutingStatusSet(agentId, RoutingStatus.OFFLINE));
      changes.addAll(Departures.of(license, context, agentId, Departure.SIGNED_OUT));
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }
}
