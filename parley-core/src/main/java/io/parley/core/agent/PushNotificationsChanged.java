package io.parley.core.agent;

import io.parley.core.user.AgentId;

/// A device of an agent wants push notifications from now on, or wants none.
public record PushNotificationsChanged(
    AgentId agentId, String firebaseToken, String platform, boolean enabled)
    implements AgentChange {}
