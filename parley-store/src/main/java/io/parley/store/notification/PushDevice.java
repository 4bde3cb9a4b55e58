package io.parley.store.notification;

import io.parley.core.user.AgentId;

/// A device that wants to be told of an agent's chats.
///
/// @param platform `ios` or `android`
public record PushDevice(AgentId agentId, String firebaseToken, String platform) {
  /// The token is a secret.
  @Override
  public String toString() {
    return "PushDevice[" + agentId + ", " + platform + "]";
  }
}
