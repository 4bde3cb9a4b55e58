package io.parley.protocol.push;

import static io.parley.protocol.push.PushRenderer.push;
import static io.parley.protocol.push.PushRenderer.writePlace;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatAccessChanged;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatFollowed;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatPropertiesDeleted;
import io.parley.core.chat.ChatPropertiesUpdated;
import io.parley.core.chat.ChatTransferred;
import io.parley.core.chat.ChatUnfollowed;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.EventPropertiesDeleted;
import io.parley.core.chat.EventPropertiesUpdated;
import io.parley.core.chat.EventsSeen;
import io.parley.core.chat.InactivityReviewed;
import io.parley.core.chat.PostbackSent;
import io.parley.core.chat.SneakPeeked;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.ThreadPropertiesDeleted;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.ThreadTagged;
import io.parley.core.chat.ThreadUntagged;
import io.parley.core.chat.TransferTarget;
import io.parley.core.chat.TypingIndicated;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.customer.Customer;
import io.parley.core.event.Event;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import io.parley.protocol.json.AccessJson;
import io.parley.protocol.json.ChatJson;
import io.parley.protocol.json.UserJson;
import io.parley.protocol.json.Viewer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What happens to chats, their access, their users and their tags.
final class ChatPushes {
  private ChatPushes() {}

  static List<Push> of(Viewer viewer, ChatChange change) {
    return switch (change) {
      case EventAdded added -> EventPushes.incoming(viewer, added);
      case TypingIndicated typing -> EventPushes.typing(viewer, typing);
      case EventsSeen seen -> EventPushes.seen(viewer, seen);
      case SneakPeeked peek -> EventPushes.sneakPeek(viewer, peek);
      case PostbackSent sent -> EventPushes.postback(viewer, sent);
      case ChatPropertiesUpdated updated -> PropertyPushes.updated(viewer, updated);
      case ChatPropertiesDeleted deleted -> PropertyPushes.deleted(viewer, deleted);
      case ThreadPropertiesUpdated updated -> PropertyPushes.updated(viewer, updated);
      case ThreadPropertiesDeleted deleted -> PropertyPushes.deleted(viewer, deleted);
      case EventPropertiesUpdated updated -> PropertyPushes.updated(viewer, updated);
      case EventPropertiesDeleted deleted -> PropertyPushes.deleted(viewer, deleted);
      case ThreadStarted started ->
          incomingThread(viewer, started.chat(), started.initialEvents(), started.customer());
      case ChatFollowed followed ->
          viewer.isCustomer()
              ? List.of()
              : incomingThread(
                  viewer, followed.chat(), followed.threadEvents(), followed.customer());
      case ThreadClosed closed -> threadClosed(viewer, closed);
      case UserAddedToChat added -> userAdded(viewer, added);
      case UserRemovedFromChat removed -> userRemoved(viewer, removed);
      case ChatTransferred transferred -> transferred(viewer, transferred);
      case ChatAccessChanged changed ->
          viewer.isCustomer() && changed.operation() != AccessOperation.SET
              ? List.of()
              : accessChanged(
                  "chat", changed.chatId().value(), changed.operation(), changed.given());
      case ThreadTagged(ChatId chatId, ThreadId threadId, String tag) ->
          tag(viewer, "chat_thread_tagged", chatId, threadId, tag);
      case ThreadUntagged(ChatId chatId, ThreadId threadId, String tag) ->
          tag(viewer, "chat_thread_untagged", chatId, threadId, tag);
      case ChatUnfollowed _, InactivityReviewed _ -> List.of();
    };
  }

  private static List<Push> incomingThread(
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

  private static List<Push> threadClosed(Viewer viewer, ThreadClosed closed) {
    return push(
        "thread_closed",
        json -> {
          writePlace(json, closed.chatId(), closed.threadId());
          writeUserIfAny(json, "user_id", viewer, closed.by());
        });
  }

  private static List<Push> userAdded(Viewer viewer, UserAddedToChat added) {
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

  private static List<Push> userRemoved(Viewer viewer, UserRemovedFromChat removed) {
    return push(
        "chat_user_removed",
        json -> {
          writePlace(json, removed.chatId(), removed.threadId());
          json.writeStringField("user_id", viewer.idOf(removed.userId()));
          json.writeStringField("user_type", UserJson.typeOf(removed.userId()));
        });
  }

  /// Customers are told the thread too.
  private static List<Push> transferred(Viewer viewer, ChatTransferred transferred) {
    return push(
        "chat_transferred",
        json -> {
          writePlace(
              json, transferred.chatId(), viewer.isCustomer() ? transferred.threadId() : null);
          writeUserIfAny(json, "requester_id", viewer, transferred.requester());
          switch (transferred.target()) {
            case TransferTarget.ToAgents(List<AgentId> agentIds) -> {
              json.writeStringField("type", "agent");
              json.writeArrayFieldStart("ids");
              for (AgentId agentId : agentIds) {
                json.writeString(viewer.idOf(agentId));
              }
            }
            case TransferTarget.ToGroups(List<GroupId> groupIds) -> {
              json.writeStringField("type", "group");
              json.writeArrayFieldStart("ids");
              for (GroupId groupId : groupIds) {
                json.writeNumber(groupId.value());
              }
            }
          }
          json.writeEndArray();
        });
  }

  /// Tells what was granted, revoked or set: not all that there is now.
  ///
  /// @param resource `chat` or `customer`
  static List<Push> accessChanged(
      String resource, String id, AccessOperation operation, Access given) {
    String action =
        switch (operation) {
          case GRANT -> "access_granted";
          case REVOKE -> "access_revoked";
          case SET -> "access_set";
        };
    return push(
        action,
        json -> {
          json.writeStringField("resource", resource);
          json.writeStringField("id", id);
          AccessJson.writeField(json, given);
        });
  }

  private static List<Push> tag(
      Viewer viewer, String action, ChatId chatId, ThreadId threadId, String tag) {
    return viewer.isCustomer()
        ? List.of()
        : push(
            action,
            json -> {
              writePlace(json, chatId, threadId);
              json.writeStringField("tag", tag);
            });
  }

  private static void writeUserIfAny(
      JsonGenerator json, String name, Viewer viewer, @Nullable UserId userId) throws IOException {
    if (userId != null) {
      json.writeStringField(name, viewer.idOf(userId));
    }
  }
}
