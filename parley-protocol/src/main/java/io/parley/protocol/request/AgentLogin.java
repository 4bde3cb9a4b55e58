package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The payload of an agent's login.
///
/// @param token with its scheme, as in the header `Authorization`
/// @param reconnect the agent wants the status of before back
public record AgentLogin(
    String token,
    @Nullable String timezone,
    boolean reconnect,
    @Nullable PushNotifications pushNotifications,
    @Nullable Application application) {
  private static final Map<String, String> PLATFORMS = Map.of("ios", "ios", "android", "android");

  /// A device that wants push notifications.
  ///
  /// @param platform `ios` or `android`
  public record PushNotifications(@Nullable String firebaseToken, String platform) {}

  /// The program that logs in.
  public record Application(@Nullable String name, @Nullable String version) {}

  /// Reads a payload.
  ///
  /// @throws io.parley.protocol.InvalidRequest naming the field
  public static AgentLogin of(ObjectNode payload) {
    Fields login = Fields.of(payload);
    Fields push = login.objectOrNull("push_notifications");
    Fields application = login.objectOrNull("application");
    return new AgentLogin(
        login.text("token", Text.TOKEN),
        login.textOrNull("timezone", Text.KEY),
        login.flagOrFalse("reconnect"),
        push == null ? null : pushNotifications(push),
        application == null ? null : application(application));
  }

  private static PushNotifications pushNotifications(Fields push) {
    return new PushNotifications(
        push.textOrNull("firebase_token", Text.TOKEN), push.choice("platform", PLATFORMS));
  }

  private static Application application(Fields application) {
    return new Application(
        application.textOrNull("name", Text.VALUE), application.textOrNull("version", Text.VALUE));
  }

  @Override
  public String toString() {
    return "AgentLogin[application=" + application + "]";
  }
}
