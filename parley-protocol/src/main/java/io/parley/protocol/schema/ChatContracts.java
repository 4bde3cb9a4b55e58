package io.parley.protocol.schema;

import static io.parley.core.ErrorType.AGENT_OFFLINE;
import static io.parley.core.ErrorType.CHAT_INACTIVE;
import static io.parley.core.ErrorType.CUSTOMER_BANNED;
import static io.parley.core.ErrorType.GROUPS_OFFLINE;
import static io.parley.core.ErrorType.GROUP_UNAVAILABLE;
import static io.parley.core.ErrorType.LIMIT_REACHED;
import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;
import static io.parley.protocol.schema.ValueShapes.constant;

import io.parley.protocol.Api;
import io.parley.protocol.request.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// Methods about one chat: its threads, its access, its users, its events, its properties and tags.
final class ChatContracts {
  private static final int MAX_EVENTS = 20;
  private static final int MAX_GROUPS = 1000;
  private static final Member CHAT = required("chat_id", ValueShapes.CHAT_ID, "the chat");
  private static final Member THREAD = required("thread_id", ValueShapes.THREAD_ID, "the thread");
  private static final Member EVENT = required("event_id", ValueShapes.EVENT_ID, "the event");

  private ChatContracts() {}

  /// Those that an API has.
  static Map<String, Contract> of(Api api) {
    var contracts = new HashMap<String, Contract>();
    contracts.put("start_chat", startChat(api));
    contracts.put("activate_chat", activateChat(api));
    contracts.put(
        "close_thread",
        Contract.of("Closes the active thread of a chat.").takes(CHAT).failsWith(CHAT_INACTIVE));
    contracts.put("send_event", sendEvent());
    contracts.put("send_rich_message_postback", sendPostback());
    contracts.put(
        "mark_events_as_seen",
        Contract.of("Says what the requester has seen of a chat.")
            .takes(CHAT, required("seen_up_to", ValueShapes.MOMENT, "everything until then")));
    contracts.putAll(properties());
    if (api == Api.AGENT) {
      contracts.putAll(ofAgents());
    } else {
      contracts.put(
          "send_sneak_peek",
          Contract.of("Shows agents what the customer is about to say.")
              .takes(
                  CHAT,
                  required(
                      "sneak_peek_text",
                      Shape.text(Text.MESSAGE_OR_EMPTY).like("Hel"),
                      "what has been typed so far"))
              .failsWith(CHAT_INACTIVE));
    }
    return Map.copyOf(contracts);
  }

  private static Map<String, Contract> ofAgents() {
    var contracts = new HashMap<String, Contract>();
    contracts.put(
        "follow_chat",
        Contract.of("Lets the agent hear everything about a chat without being in it.")
            .takes(CHAT)
            .gives(optional("chat_id", ValueShapes.CHAT_ID, "the chat; over RTM alone")));
    contracts.put(
        "unfollow_chat",
        Contract.of("Ends what Follow Chat has begun.")
            .takes(CHAT)
            .gives(optional("chat_id", ValueShapes.CHAT_ID, "the chat; over RTM alone")));
    contracts.put(
        "send_typing_indicator",
        Contract.of("Shows that the agent is typing.")
            .takes(
                CHAT,
                NewEventShapes.RECIPIENTS,
                required("is_typing", Shape.flag(), "typing, or not any more"))
            .failsWith(CHAT_INACTIVE));
    contracts.put("grant_access", access("Gives a group access to a chat or a customer."));
    contracts.put("revoke_access", access("Takes access to a chat or a customer from a group."));
    contracts.put(
        "set_access", access("Gives a group access to a chat or a customer, and takes all other."));
    contracts.put("transfer_chat", transferChat());
    contracts.put("add_user_to_chat", addUser());
    contracts.put(
        "remove_user_from_chat",
        Contract.of("Takes an agent out of a chat.")
            .takes(
                CHAT,
                required("user_id", ValueShapes.AGENT_ID, "the agent"),
                required("user_type", constant("agent"), "customers can't be removed")));
    Member tag = required("tag", Shape.text(Text.TAG).like("sales"), "the name of the tag");
    contracts.put(
        "tag_chat_thread", Contract.of("Puts a tag on a thread.").takes(CHAT, THREAD, tag));
    contracts.put(
        "untag_chat_thread", Contract.of("Takes a tag off a thread.").takes(CHAT, THREAD, tag));
    return contracts;
  }

  private static Contract startChat(Api api) {
    return Contract.of("Starts a chat, with a first active thread.")
        .takes(optional("chat", newChat(api), "what the chat begins with"), continuous())
        .gives(
            required("chat_id", ValueShapes.CHAT_ID, "the new chat"),
            required("thread_id", ValueShapes.THREAD_ID, "its first thread"),
            eventIds())
        .failsWith(LIMIT_REACHED, CUSTOMER_BANNED, GROUPS_OFFLINE, GROUP_UNAVAILABLE);
  }

  private static Contract activateChat(Api api) {
    Shape.OfObject newChat = newChat(api);
    var members = new ArrayList<Member>();
    members.add(required("id", ValueShapes.CHAT_ID, "the chat"));
    members.addAll(newChat.members());
    return Contract.of("Opens another thread in a chat that has no active one.")
        .takes(
            required(
                "chat",
                new Shape.OfObject("", members, newChat.rules()),
                "which chat, and what the thread begins with"),
            continuous())
        .gives(required("thread_id", ValueShapes.THREAD_ID, "the new thread"), eventIds())
        .failsWith(CUSTOMER_BANNED, GROUPS_OFFLINE, GROUP_UNAVAILABLE);
  }

  private static Member continuous() {
    return optional(
        "continuous", Shape.flag(), "whether the chat goes on without an agent; as before");
  }

  private static Member eventIds() {
    return optional(
        "event_ids",
        Shape.list(ValueShapes.EVENT_ID),
        "the events that the request held, in order");
  }

  private static Shape.OfObject newChat(Api api) {
    Shape.OfObject user =
        Shape.object(
            required("type", constant("customer"), "a customer"),
            required("id", ValueShapes.CUSTOMER_ID, "the customer"));
    Shape.OfObject thread =
        Shape.object(
            optional("events", Shape.list(NewEventShapes.event(), MAX_EVENTS), "the first events"),
            optional("properties", PropertyShapes.GIVEN, "the thread's properties"));
    Shape.OfObject access =
        Shape.object(
            required(
                "group_ids", Shape.list(ValueShapes.GROUP_ID, MAX_GROUPS).filled(), "the groups"));
    return Shape.object(
        optional("access", access, "the groups whose agents may see the chat"),
        optional("properties", PropertyShapes.GIVEN, "the chat's properties"),
        optional(
            "users",
            Shape.list(user, 1),
            api == Api.CUSTOMER ? "nobody else than oneself" : "the customer to talk to"),
        optional("thread", thread, "the thread"));
  }

  private static Contract sendEvent() {
    return Contract.of("Sends an event to the active thread of a chat.")
        .takes(
            CHAT,
            required("event", NewEventShapes.event(), "the event"),
            optional(
                "attach_to_last_thread",
                Shape.flag(),
                "also if the last thread is closed; no if left out"))
        .gives(required("event_id", ValueShapes.EVENT_ID, "the event"))
        .failsWith(CHAT_INACTIVE, CUSTOMER_BANNED);
  }

  private static Contract sendPostback() {
    return Contract.of("Presses a button of a rich message.")
        .takes(
            CHAT,
            THREAD,
            EVENT,
            required(
                "postback",
                Shape.object(
                    required("id", Shape.text(Text.NAME).like("action_yes"), "the button"),
                    required("toggled", Shape.flag(), "pressed, or let go")),
                "what was done"));
  }

  private static Contract access(String summary) {
    Shape.OneOf access =
        Shape.oneOf(
            "AccessChange",
            Shape.object(
                required("type", constant("group"), "access of a group"),
                required("id", ValueShapes.GROUP_ID, "the group")),
            Shape.object(
                required(
                    "group_ids",
                    Shape.list(ValueShapes.GROUP_ID, MAX_GROUPS).filled(),
                    "several groups, in the form of the data structure")));
    Member given = required("access", access, "whose access");
    return Contract.of(summary)
        .takes(
            Shape.oneOf(
                Shape.object(
                    required("resource", constant("chat"), "access to a chat"),
                    required("id", ValueShapes.CHAT_ID, "the chat"),
                    given),
                Shape.object(
                    required("resource", constant("customer"), "access to a customer"),
                    required("id", ValueShapes.CUSTOMER_ID, "the customer"),
                    given)));
  }

  private static Contract transferChat() {
    Shape.OneOf target =
        Shape.oneOf(
            "TransferTarget",
            Shape.object(
                required("type", constant("group"), "to groups"),
                required(
                    "ids", Shape.list(ValueShapes.GROUP_ID, MAX_GROUPS).filled(), "the groups")),
            Shape.object(
                required("type", constant("agent"), "to agents"),
                required(
                    "ids", Shape.list(ValueShapes.AGENT_ID, MAX_GROUPS).filled(), "the agents")));
    return Contract.of("Gives a chat to somebody else.")
        .takes(
            CHAT,
            optional("target", target, "to whom; within the chat's own groups if left out"),
            optional(
                "force", Shape.flag(), "also to agents who don't accept chats; no if left out"))
        .failsWith(CHAT_INACTIVE, AGENT_OFFLINE, GROUP_UNAVAILABLE, GROUPS_OFFLINE);
  }

  private static Contract addUser() {
    return Contract.of("Adds an agent or a customer to a chat.")
        .takes(
            Shape.oneOf(
                Shape.object(
                    CHAT,
                    required("user_type", constant("agent"), "an agent, or a bot"),
                    required("user_id", ValueShapes.AGENT_ID, "the agent")),
                Shape.object(
                    CHAT,
                    required("user_type", constant("customer"), "a customer"),
                    required("user_id", ValueShapes.CUSTOMER_ID, "the customer"))));
  }

  private static Map<String, Contract> properties() {
    Member given = required("properties", PropertyShapes.SOME_GIVEN, "values to set");
    Member names = required("properties", PropertyShapes.NAMES_GIVEN.filled(), "what to delete");
    return Map.of(
        "update_chat_properties",
        Contract.of("Sets properties of a chat.").takes(CHAT, given),
        "delete_chat_properties",
        Contract.of("Deletes properties of a chat.").takes(CHAT, names),
        "update_chat_thread_properties",
        Contract.of("Sets properties of a thread.").takes(CHAT, THREAD, given),
        "delete_chat_thread_properties",
        Contract.of("Deletes properties of a thread.").takes(CHAT, THREAD, names),
        "update_event_properties",
        Contract.of("Sets properties of an event.").takes(CHAT, THREAD, EVENT, given),
        "delete_event_properties",
        Contract.of("Deletes properties of an event.").takes(CHAT, THREAD, EVENT, names));
  }
}
