package io.parley.protocol.push;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.Change;
import io.parley.core.agent.AgentChange;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.AgentConnected;
import io.parley.core.agent.AgentDeleted;
import io.parley.core.agent.AgentDisconnected;
import io.parley.core.agent.AwayStatusSet;
import io.parley.core.agent.LetterPosted;
import io.parley.core.agent.PushNotificationsChanged;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ThreadId;
import io.parley.core.customer.CustomerChange;
import io.parley.core.license.GroupConfigured;
import io.parley.core.license.GroupDeleted;
import io.parley.core.license.LicenseChange;
import io.parley.core.license.LicenseConfigured;
import io.parley.core.license.LicenseView;
import io.parley.core.license.Multicasted;
import io.parley.core.license.PropertiesDefined;
import io.parley.core.routing.QueueReviewed;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.WebhookChange;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Payload;
import io.parley.protocol.json.AgentJson;
import io.parley.protocol.json.OptionalMember;
import io.parley.protocol.json.Viewer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns changes into pushes: exhaustive `switch`es over the kinds of changes.
///
/// Who gets a push is not decided here, but whatever customers must not see has no push on their
/// side.
public final class PushRenderer {
  /// The pushes of a change, none, one or several in order, as one side sees them.
  ///
  /// @param side [Api#AGENT] or [Api#CUSTOMER]
  public List<EncodedPush> render(ApiVersion version, Api side, Change change, LicenseView view) {
    List<Push> pushes = pushes(new Viewer(version, side, view), change);
    return switch (pushes.size()) {
      case 0 -> List.of();
      case 1 -> List.of(pushes.getFirst().encoded());
      default -> pushes.stream().map(Push::encoded).toList();
    };
  }

  /// The pushes of a change as a viewer sees them, before they are frames.
  public static List<Push> pushes(Viewer viewer, Change change) {
    return switch (change) {
      case ChatChange chatChange -> ChatPushes.of(viewer, chatChange);
      case CustomerChange customerChange -> CustomerPushes.of(viewer, customerChange);
      case AgentChange agentChange -> ofAgent(viewer, agentChange);
      case LicenseChange licenseChange -> ofLicense(viewer, licenseChange);
    };
  }

  private static List<Push> ofAgent(Viewer viewer, AgentChange change) {
    return switch (change) {
      case RoutingStatusSet set -> viewer.isCustomer() ? List.of() : agentUpdated(set);
      case AgentConfigured _,
          AgentConnected _,
          AgentDeleted _,
          AgentDisconnected _,
          AwayStatusSet _,
          LetterPosted _,
          PushNotificationsChanged _ ->
          List.of();
    };
  }

  private static List<Push> agentUpdated(RoutingStatusSet set) {
    return push(
        "agent_updated",
        json -> {
          json.writeStringField("agent_id", set.agentId().value());
          json.writeStringField("routing_status", AgentJson.wireName(set.status()));
        });
  }

  private static List<Push> ofLicense(Viewer viewer, LicenseChange change) {
    return switch (change) {
      case Multicasted multicasted -> multicast(viewer, multicasted);
      case GroupConfigured _,
          GroupDeleted _,
          LicenseConfigured _,
          PropertiesDefined _,
          QueueReviewed _,
          WebhookChange _ ->
          List.of();
    };
  }

  private static List<Push> multicast(Viewer viewer, Multicasted multicasted) {
    return push(
        "incoming_multicast",
        json -> {
          AgentId author = multicasted.author();
          OptionalMember.write(json, "author_id", author == null ? null : viewer.idOf(author));
          json.writeFieldName("content");
          json.writeRawValue(multicasted.content().text());
          OptionalMember.write(json, "type", multicasted.type());
        });
  }

  /// Writes where something happened.
  ///
  /// @param threadId null if it has nothing to do with a thread
  static void writePlace(JsonGenerator json, ChatId chatId, @Nullable ThreadId threadId)
      throws IOException {
    json.writeStringField("chat_id", chatId.value());
    if (threadId != null) {
      json.writeStringField("thread_id", threadId.value());
    }
  }

  /// One push, whose payload is an object with these members.
  static List<Push> push(String action, Payload members) {
    return List.of(
        new Push(
            action,
            json -> {
              json.writeStartObject();
              members.writeTo(json);
              json.writeEndObject();
            }));
  }
}
