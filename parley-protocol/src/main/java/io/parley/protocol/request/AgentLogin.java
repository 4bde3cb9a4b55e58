package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// The payload of an agent's login.
///
/// @param token with its scheme, as in the header `Authorization`
public record AgentLogin(
    String token,
    @Nullable String timezone,
    boolean reconnect,
    @Nullable PushNotifications pushNotifications,
    @Nullable Application application) {

  /// A device that wants push notifications.
  public record PushNotifications(@Nullable String firebaseToken, String platform) {}

  /// The program that logs in.
  public record Application(@Nullable String name, @Nullable String version) {}

  /// Reads a payload.
  ///
  /// @throws io.parley.protocol.InvalidRequest naming the field
  public static AgentLogin of(ObjectNode payload) {
    return new AgentLogin(payload.path("token").asText(), null, false, null, null);
  }
}
