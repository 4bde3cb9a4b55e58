package io.parley.protocol.webhook;

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
import static io.parley.core.webhook.WebhookExtra.ACCESS;
import static io.parley.core.webhook.WebhookExtra.CHAT_PROPERTIES;
import static io.parley.core.webhook.WebhookExtra.THREAD_ID;
import static io.parley.protocol.webhook.WebhookTable.Filter.AGENT_IDS;
import static io.parley.protocol.webhook.WebhookTable.Filter.AUTHOR_TYPE;
import static io.parley.protocol.webhook.WebhookTable.Filter.CHAT_MEMBER_IDS;
import static io.parley.protocol.webhook.WebhookTable.Filter.ONLY_MY_CHATS;
import static io.parley.protocol.webhook.WebhookTable.Filter.PROPERTIES_OF_CHAT;

import io.parley.core.webhook.WebhookAction;
import io.parley.core.webhook.WebhookExtra;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The webhooks of version 3.1: each action with its name, what it sends, what it may filter by,
/// and what it may bring along.
///
/// The registration's table of actions leaves out six that the reference of webhooks describes;
/// they take the filters that the next version documents for them.
public final class WebhookTable {
  /// Another name for an action when it is registered; the documentation of the method has it, that
  /// of the webhook does not.
  private static final String SEEN_ALIAS = "last_seen_timestamp_updated";

  private static final Set<Filter> IN_CHATS =
      Set.of(CHAT_MEMBER_IDS, ONLY_MY_CHATS, PROPERTIES_OF_CHAT);
  private static final Set<Filter> OF_EVENTS =
      Set.of(CHAT_MEMBER_IDS, ONLY_MY_CHATS, PROPERTIES_OF_CHAT, AUTHOR_TYPE);

  /// In the order of the documentation.
  private static final List<Row> ROWS =
      List.of(
          row(THREAD_STARTED, "incoming_chat_thread", IN_CHATS, CHAT_PROPERTIES),
          row(THREAD_CLOSED, "thread_closed", IN_CHATS, CHAT_PROPERTIES),
          row(ACCESS_GRANTED, "access_granted", IN_CHATS, CHAT_PROPERTIES),
          row(ACCESS_REVOKED, "access_revoked", IN_CHATS, CHAT_PROPERTIES),
          row(ACCESS_SET, "access_set", IN_CHATS, CHAT_PROPERTIES),
          row(USER_ADDED_TO_CHAT, "chat_user_added", IN_CHATS, CHAT_PROPERTIES, ACCESS, THREAD_ID),
          row(USER_REMOVED_FROM_CHAT, "chat_user_removed", IN_CHATS, CHAT_PROPERTIES),
          row(EVENT_ADDED, "incoming_event", OF_EVENTS, CHAT_PROPERTIES, ACCESS),
          row(EVENT_UPDATED, "event_updated", OF_EVENTS, CHAT_PROPERTIES),
          row(POSTBACK_SENT, "incoming_rich_message_postback", IN_CHATS, CHAT_PROPERTIES),
          row(CHAT_PROPERTIES_UPDATED, "chat_properties_updated", IN_CHATS, CHAT_PROPERTIES),
          row(CHAT_PROPERTIES_DELETED, "chat_properties_deleted", IN_CHATS, CHAT_PROPERTIES),
          row(
              THREAD_PROPERTIES_UPDATED,
              "chat_thread_properties_updated",
              IN_CHATS,
              CHAT_PROPERTIES),
          row(
              THREAD_PROPERTIES_DELETED,
              "chat_thread_properties_deleted",
              IN_CHATS,
              CHAT_PROPERTIES),
          row(EVENT_PROPERTIES_UPDATED, "event_properties_updated", IN_CHATS, CHAT_PROPERTIES),
          row(EVENT_PROPERTIES_DELETED, "event_properties_deleted", IN_CHATS, CHAT_PROPERTIES),
          row(THREAD_TAGGED, "chat_thread_tagged", IN_CHATS, CHAT_PROPERTIES),
          row(THREAD_UNTAGGED, "chat_thread_untagged", IN_CHATS, CHAT_PROPERTIES),
          row(
              ROUTING_STATUS_SET,
              "agent_status_changed",
              Content.ROUTING_STATUS,
              Set.of(CHAT_MEMBER_IDS)),
          row(AGENT_DELETED, "agent_deleted", Content.AGENT, Set.of(AGENT_IDS, CHAT_MEMBER_IDS)),
          row(CUSTOMER_CREATED, "customer_created", Content.CUSTOMER, Set.of(), CHAT_PROPERTIES),
          row(EVENTS_SEEN, "events_marked_as_seen", IN_CHATS, CHAT_PROPERTIES));

  private static final Map<WebhookAction, Row> BY_ACTION = byAction();
  private static final Map<String, WebhookAction> BY_NAME = byName();

  /// What a webhook may filter by; the name on the wire in lower case.
  public enum Filter {
    /// Who wrote the event.
    AUTHOR_TYPE("author_type"),
    /// Only chats that the application has started.
    ONLY_MY_CHATS("only_my_chats"),
    /// Who is in the chat.
    CHAT_MEMBER_IDS("chat_member_ids"),
    /// Whose change it is.
    AGENT_IDS("agent_ids"),
    /// What the chat's properties are. Only the sample of a bot's details shows it.
    PROPERTIES_OF_CHAT("chat_properties");

    private final String wireName;

    Filter(String wireName) {
      this.wireName = wireName;
    }

    /// The name on the wire.
    public String wireName() {
      return wireName;
    }
  }

  /// What the payload of a webhook is.
  public enum Content {
    /// That of the agents' push of the same name.
    PUSH,
    /// The agent, with the routing status.
    ROUTING_STATUS,
    /// The agent alone.
    AGENT,
    /// The customer.
    CUSTOMER
  }

  /// One action.
  public record Row(
      WebhookAction action,
      String name,
      Content content,
      Set<Filter> filters,
      Set<WebhookExtra> extras) {}

  private WebhookTable() {}

  /// All of them, in the order of the documentation.
  public static List<Row> rows() {
    return ROWS;
  }

  /// The row of an action.
  public static Row of(WebhookAction action) {
    Row row = BY_ACTION.get(action);
    if (row == null) {
      throw new IllegalStateException("no row for " + action);
    }
    return row;
  }

  /// The actions by all names under which they can be registered.
  public static Map<String, WebhookAction> actionsByName() {
    return BY_NAME;
  }

  /// The name of an extra on the wire.
  public static String nameOf(WebhookExtra extra) {
    return switch (extra) {
      case ACCESS -> "access";
      case CHAT_PROPERTIES -> "chat_properties";
      case THREAD_ID -> "thread_id";
    };
  }

  private static Row row(
      WebhookAction action, String name, Set<Filter> filters, WebhookExtra... extras) {
    return row(action, name, Content.PUSH, filters, extras);
  }

  private static Row row(
      WebhookAction action,
      String name,
      Content content,
      Set<Filter> filters,
      WebhookExtra... extras) {
    return new Row(action, name, content, filters, Set.of(extras));
  }

  private static Map<WebhookAction, Row> byAction() {
    var byAction = new EnumMap<WebhookAction, Row>(WebhookAction.class);
    ROWS.forEach(row -> byAction.put(row.action(), row));
    return byAction;
  }

  private static Map<String, WebhookAction> byName() {
    var byName = new LinkedHashMap<String, WebhookAction>();
    ROWS.forEach(row -> byName.put(row.name(), row.action()));
    byName.put(SEEN_ALIAS, EVENTS_SEEN);
    return Map.copyOf(byName);
  }
}
