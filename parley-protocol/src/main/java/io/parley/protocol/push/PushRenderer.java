package io.parley.protocol.push;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.Change;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.AgentConnected;
import io.parley.core.agent.AgentDisconnected;
import io.parley.core.agent.AwayStatusSet;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatFollowed;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatPropertiesUpdated;
import io.parley.core.chat.ChatUnfollowed;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.EventsSeen;
import io.parley.core.chat.InactivityReviewed;
import io.parley.core.chat.SneakPeeked;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.TypingIndicated;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerConnected;
import io.parley.core.customer.CustomerDisconnected;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.event.Event;
import io.parley.core.event.Recipients;
import io.parley.core.license.GroupConfigured;
import io.parley.core.license.LicenseConfigured;
import io.parley.core.license.LicenseView;
import io.parley.core.property.Properties;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Payload;
import io.parley.protocol.frame.Frames;
import io.parley.protocol.json.AgentJson;
import io.parley.protocol.json.ChatJson;
import io.parley.protocol.json.CustomerJson;
import io.parley.protocol.json.EventJson;
import io.parley.protocol.json.PropertiesJson;
import io.parley.protocol.json.Timestamps;
import io.parley.protocol.json.UserJson;
import io.parley.protocol.json.Viewer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns changes into pushes: one exhaustive `switch` over the kinds of changes.
///
/// Who gets a push is not decided here, but whatever customers must not see has no push on their
/// side.
public final class PushRenderer {
  /// The pushes of a change, none, one or several in order, as one side sees them.
  ///
  /// @param side [Api#AGENT] or [Api#CUSTOMER]
  public List<EncodedPush> render(ApiVersion version, Api side, Change change, LicenseView view) {
    var viewer = new Viewer(version, side, view);
    return switch (change) {
      case ThreadStarted started ->
          incomingThread(viewer, started.chat(), started.initialEvents(), started.customer());
      case ChatFollowed followed ->
          forAgents(viewer)
              ? incomingThread(
                  viewer, followed.chat(), followed.threadEvents(), followed.customer())
              : List.of();
      case EventAdded added -> incomingEvent(viewer, added);
      case ThreadClosed closed -> threadClosed(viewer, closed);
      case UserAddedToChat added -> userAdded(viewer, added);
      case UserRemovedFromChat removed -> userRemoved(viewer, removed);
      case EventsSeen seen -> eventsSeen(viewer, seen);
      case TypingIndicated typing -> typing(viewer, typing);
      case SneakPeeked peek -> forAgents(viewer) ? sneakPeek(viewer, peek) : List.of();
      case ChatPropertiesUpdated updated ->
          properties(
              "chat_properties_updated", viewer, updated.chatId(), null, updated.properties());
      case ThreadPropertiesUpdated updated ->
          properties(
              "chat_thread_properties_updated",
              viewer,
              updated.chatId(),
              updated.threadId(),
              updated.properties());
      case RoutingStatusSet set -> forAgents(viewer) ? agentUpdated(set) : List.of();
      case CustomerUpdated updated -> customerUpdated(viewer, updated.customer());
      case ChatUnfollowed _,
          InactivityReviewed _,
          AgentConfigured _,
          AgentConnected _,
          AgentDisconnected _,
          AwayStatusSet _,
          CustomerConnected _,
          CustomerDisconnected _,
          CustomerRegistered _,
          GroupConfigured _,
          LicenseConfigured _ ->
          List.of();
    };
  }

  private static boolean forAgents(Viewer viewer) {
    return !viewer.isCustomer();
  }

  private static List<EncodedPush> incomingThread(
      Viewer viewer, Chat chat, List<Event> events, @Nullable Customer customer) {
    Map<CustomerId, Customer> customers =
        customer == null ? Map.of() : Map.of(customer.id(), customer);
    return push(
        "incoming_chat_thread",
        json -> {
          json.writeFieldName("chat");
          ChatJson.writeWithLastThread(json, viewer, chat, events, customers);
        });
  }

  private static List<EncodedPush> incomingEvent(Viewer viewer, EventAdded added) {
    Event event = added.event();
    if (!viewer.sees(event)) {
      return List.of();
    }
    return push(
        "incoming_event",
        json -> {
          writePlace(json, added.chatId(), event.id().threadId());
          json.writeFieldName("event");
          EventJson.write(json, viewer, event);
        });
  }

  private static List<EncodedPush> threadClosed(Viewer viewer, ThreadClosed closed) {
    return push(
        "thread_closed",
        json -> {
          writePlace(json, closed.chatId(), closed.threadId());
          UserId by = closed.by();
          if (by != null) {
            json.writeStringField("user_id", viewer.idOf(by));
          }
        });
  }

  private static List<EncodedPush> userAdded(Viewer viewer, UserAddedToChat added) {
    if (!viewer.sees(added.member())) {
      return List.of();
    }
    Customer customer = added.customer();
    Map<CustomerId, Customer> customers =
        customer == null ? Map.of() : Map.of(customer.id(), customer);
    return push(
        "chat_user_added",
        json -> {
          writePlace(json, added.chatId(), added.threadId());
          json.writeFieldName("user");
          UserJson.write(json, viewer, added.member(), customers);
          json.writeStringField("user_type", UserJson.typeOf(added.member().userId()));
        });
  }

  private static List<EncodedPush> userRemoved(Viewer viewer, UserRemovedFromChat removed) {
    return push(
        "chat_user_removed",
        json -> {
          writePlace(json, removed.chatId(), removed.threadId());
          json.writeStringField("user_id", viewer.idOf(removed.userId()));
          json.writeStringField("user_type", UserJson.typeOf(removed.userId()));
        });
  }

  private static List<EncodedPush> eventsSeen(Viewer viewer, EventsSeen seen) {
    return push(
        "events_marked_as_seen",
        json -> {
          json.writeStringField("user_id", viewer.idOf(seen.userId()));
          json.writeStringField("chat_id", seen.chatId().value());
          Timestamps.writeField(json, "seen_up_to", seen.seenUpTo());
        });
  }

  private static List<EncodedPush> typing(Viewer viewer, TypingIndicated typing) {
    if (viewer.isCustomer() && typing.recipients() == Recipients.AGENTS) {
      return List.of();
    }
    return push(
        "incoming_typing_indicator",
        json -> {
          writePlace(json, typing.chatId(), typing.threadId());
          json.writeObjectFieldStart("typing_indicator");
          json.writeStringField("author_id", viewer.idOf(typing.author()));
          json.writeStringField("recipients", EventJson.wireName(typing.recipients()));
          json.writeNumberField("timestamp", typing.at().getEpochSecond());
          json.writeBooleanField("is_typing", typing.typing());
          json.writeEndObject();
        });
  }

  private static List<EncodedPush> sneakPeek(Viewer viewer, SneakPeeked peek) {
    return push(
        "incoming_sneak_peek",
        json -> {
          writePlace(json, peek.chatId(), peek.threadId());
          json.writeObjectFieldStart("sneak_peek");
          json.writeStringField("author_id", viewer.idOf(peek.author()));
          json.writeStringField("recipients", EventJson.wireName(Recipients.ALL));
          json.writeStringField("text", peek.text());
          json.writeNumberField("timestamp", peek.at().getEpochSecond());
          json.writeEndObject();
        });
  }

  private static List<EncodedPush> properties(
      String action,
      Viewer viewer,
      ChatId chatId,
      @Nullable ThreadId threadId,
      Properties properties) {
    if (PropertiesJson.visible(viewer, properties).isEmpty()) {
      return List.of();
    }
    return push(
        action,
        json -> {
          writePlace(json, chatId, threadId);
          PropertiesJson.writeField(json, viewer, properties);
        });
  }

  private static List<EncodedPush> agentUpdated(RoutingStatusSet set) {
    return push(
        "agent_updated",
        json -> {
          json.writeStringField("agent_id", set.agentId().value());
          json.writeStringField("routing_status", AgentJson.wireName(set.status()));
        });
  }

  private static List<EncodedPush> customerUpdated(Viewer viewer, Customer customer) {
    return push(
        "customer_updated",
        json -> {
          json.writeFieldName("customer");
          CustomerJson.writeUpdated(json, viewer, customer);
        });
  }

  private static void writePlace(JsonGenerator json, ChatId chatId, @Nullable ThreadId threadId)
      throws IOException {
    json.writeStringField("chat_id", chatId.value());
    if (threadId != null) {
      json.writeStringField("thread_id", threadId.value());
    }
  }

  private static List<EncodedPush> push(String action, Payload members) {
    return List.of(
        Frames.push(
            action,
            json -> {
              json.writeStartObject();
              members.writeTo(json);
              json.writeEndObject();
            }));
  }
}
