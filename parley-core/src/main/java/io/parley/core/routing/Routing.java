package io.parley.core.routing;

import io.parley.core.user.AgentId;

/// What the router says of a chat.
public sealed interface Routing {
  /// This agent gets it.
  record Assigned(AgentId agentId) implements Routing {}

  /// Agents accept chats, but all have as many as they may.
  record Busy() implements Routing {}

  /// No agent accepts chats.
  record Offline() implements Routing {}
}
