package io.parley.core.agent;

import io.parley.core.user.AgentId;

/// An agent was created, or is configured otherwise now.
///
/// @param agent as configured now
/// @param created true if the agent is new
public record AgentConfigured(Agent agent, boolean created) implements AgentChange {
  @Override
  public AgentId agentId() {
    return agent.id();
  }
}
