package io.parley.core.agent;

import io.parley.core.user.AgentId;

/// An agent accepts chats, does not, or is offline, from now on.
///
/// @param kept whether it is kept on disk: of people the last status that was not offline, of bots
///     every status
public record RoutingStatusSet(AgentId agentId, RoutingStatus status, boolean kept)
    implements AgentChange {
  /// Of a person, or of a bot that is not set offline.
  public RoutingStatusSet(AgentId agentId, RoutingStatus status) {
    this(agentId, status, status != RoutingStatus.OFFLINE);
  }

  @Override
  public boolean durable() {
    return kept;
  }
}
