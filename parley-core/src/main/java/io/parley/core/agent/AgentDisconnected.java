package io.parley.core.agent;

import io.parley.core.user.AgentId;
import java.time.Instant;

/// An agent is not logged in on a connection any more. Not kept.
///
/// @param loggedOut true if the agent asked for it, false if the connection was lost
public record AgentDisconnected(AgentId agentId, String connectionId, boolean loggedOut, Instant at)
    implements AgentChange {
  @Override
  public boolean durable() {
    return false;
  }
}
