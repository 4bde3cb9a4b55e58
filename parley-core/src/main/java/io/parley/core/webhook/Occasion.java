package io.parley.core.webhook;

import static io.parley.core.webhook.WebhookAction.ACCESS_GRANTED;
import static io.parley.core.webhook.WebhookAction.ACCESS_REVOKED;
import static io.parley.core.webhook.WebhookAction.ACCESS_SET;
import static io.parley.core.webhook.WebhookAction.AGENT_DELETED;
import static io.parley.core.webhook.WebhookAction.CHAT_PROPERTIES_DELETED;
import static io.parley.core.webhook.WebhookAction.CHAT_PROPERTIES_UPDATED;
import static io.parley.core.webhook.WebhookAction.CUSTOMER_CREATED;
import static io.parley.core.webhook.WebhookAction.EVENTS_SEEN;
import static io.parley.core.webhook.WebhookAction.EVENT_ADDED;
import static io.parley.core.webhook.WebhookAction.EVENT_PROPERTIES_DELETED;
import static io.parley.core.webhook.WebhookAction.EVENT_PROPERTIES_UPDATED;
import static io.parley.core.webhook.WebhookAction.EVENT_UPDATED;
import static io.parley.core.webhook.WebhookAction.POSTBACK_SENT;
import static io.parley.core.webhook.WebhookAction.ROUTING_STATUS_SET;
import static io.parley.core.webhook.WebhookAction.THREAD_CLOSED;
import static io.parley.core.webhook.WebhookAction.THREAD_PROPERTIES_DELETED;
import static io.parley.core.webhook.WebhookAction.THREAD_PROPERTIES_UPDATED;
import static io.parley.core.webhook.WebhookAction.THREAD_STARTED;
import static io.parley.core.webhook.WebhookAction.THREAD_TAGGED;
import static io.parley.core.webhook.WebhookAction.THREAD_UNTAGGED;
import static io.parley.core.webhook.WebhookAction.USER_ADDED_TO_CHAT;
import static io.parley.core.webhook.WebhookAction.USER_REMOVED_FROM_CHAT;

import io.parley.core.Change;
import io.parley.core.access.AccessOperation;
import io.parley.core.agent.AgentChange;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.AgentConnected;
import io.parley.core.agent.AgentDeleted;
import io.parley.core.agent.AgentDisconnected;
import io.parley.core.agent.AwayStatusSet;
import io.parley.core.agent.LetterPosted;
import io.parley.core.agent.PushNotificationsChanged;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatAccessChanged;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatFollowed;
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
import io.parley.core.chat.ThreadPropertiesDeleted;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.ThreadTagged;
import io.parley.core.chat.ThreadUntagged;
import io.parley.core.chat.TypingIndicated;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.customer.CustomerAccessChanged;
import io.parley.core.customer.CustomerBanned;
import io.parley.core.customer.CustomerChange;
import io.parley.core.customer.CustomerConnected;
import io.parley.core.customer.CustomerDisconnected;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.customer.GoalReached;
import io.parley.core.customer.GreetingAwaited;
import io.parley.core.customer.GreetingShown;
import io.parley.core.customer.PageViewed;
import io.parley.core.customer.SideStorageUpdated;
import io.parley.core.customer.VisitEnded;
import io.parley.core.customer.VisitStarted;
import io.parley.core.license.License;
import io.parley.core.license.LicenseChange;
import io.parley.core.user.AgentId;
import io.parley.core.user.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What filters ask about a change that was just applied.
///
/// @param subject what the change is about
/// @param chat the chat as it is now, if the change is about one
/// @param author who wrote the event, if the change is about one
/// @param agents who is in the chat, or just left it; or the agent whose change it is
record Occasion(
    String subject, @Nullable Chat chat, @Nullable UserId author, List<AgentId> agents) {

  /// The actions that a change stands for; none for most.
  static List<WebhookAction> actionsOf(Change change) {
    return switch (change) {
      case ChatChange chatChange -> ofChat(chatChange);
      case AgentChange agentChange -> ofAgent(agentChange);
      case CustomerChange customerChange -> ofCustomer(customerChange);
      case LicenseChange _ -> List.of();
    };
  }

  private static List<WebhookAction> ofChat(ChatChange change) {
    return switch (change) {
      case ThreadStarted _ -> List.of(THREAD_STARTED);
      case ThreadClosed _ -> List.of(THREAD_CLOSED);
      case ChatAccessChanged changed -> ofAccess(changed.operation());
      case UserAddedToChat _ -> List.of(USER_ADDED_TO_CHAT);
      case UserRemovedFromChat _ -> List.of(USER_REMOVED_FROM_CHAT);
      case EventAdded _ -> List.of(EVENT_ADDED);
      case PostbackSent sent ->
          sent.announced() ? List.of(POSTBACK_SENT, EVENT_UPDATED) : List.of();
      case ChatPropertiesUpdated _ -> List.of(CHAT_PROPERTIES_UPDATED);
      case ChatPropertiesDeleted _ -> List.of(CHAT_PROPERTIES_DELETED);
      case ThreadPropertiesUpdated _ -> List.of(THREAD_PROPERTIES_UPDATED);
      case ThreadPropertiesDeleted _ -> List.of(THREAD_PROPERTIES_DELETED);
      case EventPropertiesUpdated _ -> List.of(EVENT_PROPERTIES_UPDATED);
      case EventPropertiesDeleted _ -> List.of(EVENT_PROPERTIES_DELETED);
      case ThreadTagged _ -> List.of(THREAD_TAGGED);
      case ThreadUntagged _ -> List.of(THREAD_UNTAGGED);
      case EventsSeen _ -> List.of(EVENTS_SEEN);
      case ChatTransferred _,
          ChatFollowed _,
          ChatUnfollowed _,
          TypingIndicated _,
          SneakPeeked _,
          InactivityReviewed _ ->
          List.of();
    };
  }

  private static List<WebhookAction> ofAgent(AgentChange change) {
    return switch (change) {
      case RoutingStatusSet _ -> List.of(ROUTING_STATUS_SET);
      case AgentDeleted deleted -> deleted.agent().isBot() ? List.of() : List.of(AGENT_DELETED);
      case AgentConfigured _,
          AgentConnected _,
          AgentDisconnected _,
          AwayStatusSet _,
          LetterPosted _,
          PushNotificationsChanged _ ->
          List.of();
    };
  }

  private static List<WebhookAction> ofCustomer(CustomerChange change) {
    return switch (change) {
      case CustomerRegistered _ -> List.of(CUSTOMER_CREATED);
      case CustomerAccessChanged changed -> ofAccess(changed.operation());
      case CustomerUpdated _,
          CustomerBanned _,
          CustomerConnected _,
          CustomerDisconnected _,
          GoalReached _,
          GreetingAwaited _,
          GreetingShown _,
          PageViewed _,
          SideStorageUpdated _,
          VisitStarted _,
          VisitEnded _ ->
          List.of();
    };
  }

  private static List<WebhookAction> ofAccess(AccessOperation operation) {
    return switch (operation) {
      case GRANT -> List.of(ACCESS_GRANTED);
      case REVOKE -> List.of(ACCESS_REVOKED);
      case SET -> List.of(ACCESS_SET);
    };
  }

  /// The occasion of a change that was just applied.
  static Occasion of(License license, Change change) {
    return switch (change) {
      case ChatChange chatChange -> inChat(license.chatOrNull(chatChange.chatId()), chatChange);
      case AgentChange agentChange ->
          new Occasion(
              "agent " + agentChange.agentId(), null, null, List.of(agentChange.agentId()));
      case CustomerChange customerChange ->
          new Occasion("customer " + customerChange.customerId(), null, null, List.of());
      case LicenseChange _ -> new Occasion("license", null, null, List.of());
    };
  }

  private static Occasion inChat(@Nullable Chat chat, ChatChange change) {
    var agents = new ArrayList<AgentId>(chat == null ? List.of() : chat.presentAgents());
    if (change instanceof UserRemovedFromChat removed
        && removed.userId() instanceof AgentId agentId) {
      agents.add(agentId);
    }
    return new Occasion("chat " + change.chatId(), chat, authorOf(change), agents);
  }

  private static @Nullable UserId authorOf(ChatChange change) {
    if (change instanceof EventAdded added) {
      return added.event().author();
    }
    return change instanceof PostbackSent sent ? sent.event().author() : null;
  }
}
