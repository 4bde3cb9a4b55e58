package io.parley.core.agent;

import io.parley.core.user.AgentId;
import java.time.Instant;

/// An agent is none of the license any more. Chats keep what the agent said, and the name under
/// which it was said.
///
/// @param agent as configured last
public record AgentDeleted(Agent agent, Instant at) implements AgentChange {
  @Override
  public AgentId agentId() {
    return agent.id();
  }
}
