package io.parley.core.agent;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;

/// A connection on which an agent was logged in is gone. The agent is offline when the grace time
/// has passed without another one.
public record AgentConnectionLost(AgentId agentId, String connectionId) implements Command {

  @Override
  public Decision decide(License license, Context context) {
    return license.isConnected(agentId, connectionId)
        ? Decision.done(new AgentDisconnected(agentId, connectionId, false, context.now()))
        : Decision.done();
  }
}
