package io.parley.core.agent;

import io.parley.core.user.AgentId;

/// An agent accepts chats, does not, or is offline, from now on. What is kept is the last status
/// that was not offline.
public record RoutingStatusSet(AgentId agentId, RoutingStatus status) implements AgentChange {
  @Override
  public boolean durable() {
    return status != RoutingStatus.OFFLINE;
  }
}
