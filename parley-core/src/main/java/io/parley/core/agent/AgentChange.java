package io.parley.core.agent;

import io.parley.core.Change;
import io.parley.core.user.AgentId;

/// A change to one agent.
public sealed interface AgentChange extends Change
    permits AgentConfigured,
        AgentConnected,
        AgentDeleted,
        AgentDisconnected,
        AwayStatusSet,
        LetterPosted,
        PushNotificationsChanged,
        RoutingStatusSet {
  /// The agent.
  AgentId agentId();
}
