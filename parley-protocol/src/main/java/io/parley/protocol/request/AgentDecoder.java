package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.agent.ChangePushNotifications;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetAwayStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.user.AgentId;
import io.parley.core.user.UserId;
import io.parley.protocol.method.Call;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the requests about an agent's status.
public final class AgentDecoder {
  private static final Map<String, RoutingStatus> STATUSES =
      Map.of(
          "accepting_chats", RoutingStatus.ACCEPTING_CHATS,
          "not_accepting_chats", RoutingStatus.NOT_ACCEPTING_CHATS);

  private static final Map<String, String> PLATFORMS = Map.of("ios", "ios", "android", "android");

  private AgentDecoder() {}

  /// Update Agent. The routing status is all that can be updated; it may be left out all the same.
  public static Command updateAgent(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    AgentId requester = ChatDecoder.agent(call).id();
    String agentId = request.textOrNull("agent_id", Text.AGENT_ID);
    return new SetRoutingStatus(
        requester, agentId == null ? requester : new AgentId(agentId), statusOrNull(request));
  }

  /// The status, which was once spelled with spaces.
  private static @Nullable RoutingStatus statusOrNull(Fields request) {
    String name = request.textOrNull("routing_status", Text.NAME);
    if (name == null) {
      return null;
    }
    RoutingStatus status = STATUSES.get(name.replace(' ', '_'));
    if (status == null) {
      throw request.invalid("routing_status", "must be accepting_chats or not_accepting_chats");
    }
    return status;
  }

  /// True if Update Agent is about somebody else.
  public static boolean isAboutAnother(ObjectNode payload, UserId actor) {
    JsonNode agentId = payload.path("agent_id");
    return !agentId.isMissingNode()
        && !agentId.isNull()
        && !actor.value().equals(agentId.textValue());
  }

  /// Set Away Status.
  public static Command setAwayStatus(ObjectNode payload, Call call) {
    return new SetAwayStatus(
        ChatDecoder.agent(call).id(),
        Objects.requireNonNull(call.connectionId(), "a connection"),
        Fields.of(payload).flag("away"));
  }

  /// Change Push Notifications.
  public static Command changePushNotifications(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new ChangePushNotifications(
        ChatDecoder.agent(call).id(),
        request.text("firebase_token", Text.TOKEN),
        request.choice("platform", PLATFORMS),
        request.flag("enabled"));
  }
}
