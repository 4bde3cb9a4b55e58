package io.parley.core.agent;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;

/// Says whether a device of an agent wants push notifications (Change Push Notifications).
///
/// @param platform `ios` or `android`
public record ChangePushNotifications(
    AgentId agentId, String firebaseToken, String platform, boolean enabled) implements Command {

  @Override
  public Decision decide(License license, Context context) {
    return Decision.done(new PushNotificationsChanged(agentId, firebaseToken, platform, enabled));
  }
}
