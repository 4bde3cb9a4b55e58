package io.parley.core.agent;

import io.parley.core.user.AgentId;

/// An agent is logged in on a connection. Not kept.
public record AgentConnected(AgentId agentId, String connectionId) implements AgentChange {
  @Override
  public boolean durable() {
    return false;
  }
}
