package io.parley.core.agent;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;

/// Says whether the agent is away from a connection (Set Away Status).
public record SetAwayStatus(AgentId agentId, String connectionId, boolean away) implements Command {

  @Override
  public Decision decide(License license, Context context) {
    return license.isConnected(agentId, connectionId)
        ? Decision.done(new AwayStatusSet(agentId, connectionId, away))
        : Decision.rejected(new Rejection.RequesterOffline(agentId));
  }
}
