package io.parley.core.agent;

import io.parley.core.user.AgentId;

/// An agent is away from one of the connections, or back. Not kept.
public record AwayStatusSet(AgentId agentId, String connectionId, boolean away)
    implements AgentChange {
  @Override
  public boolean durable() {
    return false;
  }
}
