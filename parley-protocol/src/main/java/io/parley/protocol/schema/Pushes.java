package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;
import static io.parley.protocol.schema.ValueShapes.constant;

import io.parley.protocol.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every push that a connection may get, by API.
public final class Pushes {
  private static final Member CHAT = required("chat_id", ValueShapes.CHAT_ID, "the chat");
  private static final Member THREAD = required("thread_id", ValueShapes.THREAD_ID, "the thread");
  private static final Member THREAD_IF_ANY =
      optional("thread_id", ValueShapes.THREAD_ID, "the thread, if one is active");
  private static final Member EVENT = required("event_id", ValueShapes.EVENT_ID, "the event");
  private static final Member PROPERTIES =
      required("properties", PropertyShapes.TOLD, "those that changed");
  private static final Member NAMES =
      required("properties", PropertyShapes.NAMES_TOLD, "those that are gone");
  private static final Member USER = required("user_id", ValueShapes.USER_ID, "the user");
  private static final Member CUSTOMER =
      required("customer_id", ValueShapes.CUSTOMER_ID, "the customer");
  private static final Member VISIT = required("visit_id", Shape.count(), "the visit");

  private static final List<Push> ALL = all();

  private Pushes() {}

  /// The pushes in the order of the documentation, agents' first.
  public static List<Push> pushes() {
    return ALL;
  }

  /// The push of that name, if an API has one.
  public static Optional<Push> find(Api api, String name) {
    return ALL.stream().filter(push -> push.api() == api && push.name().equals(name)).findFirst();
  }

  private static List<Push> all() {
    var pushes = new ArrayList<Push>();
    for (Api api : List.of(Api.AGENT, Api.CUSTOMER)) {
      var room = new Room(api, pushes);
      ofChats(room);
      ofEvents(room);
      ofProperties(room);
      ofCustomers(room);
      others(room);
    }
    return List.copyOf(pushes);
  }

  /// Where the pushes of one API are put.
  private record Room(Api api, List<Push> pushes) {
    boolean agents() {
      return api == Api.AGENT;
    }

    void add(String name, String summary, Member... members) {
      add(name, summary, Shape.object(members));
    }

    void add(String name, String summary, Shape payload) {
      pushes.add(new Push(api, name, summary, payload));
    }
  }

  private static void ofChats(Room room) {
    room.add(
        "incoming_chat_thread",
        "A thread has been opened, or somebody has got to see one.",
        required("chat", ChatShapes.withLastThread(room.api()), "the chat with the thread"));
    room.add(
        "thread_closed",
        "A thread has been closed.",
        CHAT,
        THREAD,
        optional("user_id", ValueShapes.USER_ID, "who closed it; nobody if the server did"));
    String[] resources = room.agents() ? new String[] {"chat", "customer"} : new String[] {"chat"};
    Member[] access = {
      required("resource", Shape.choice(resources), "access to what"),
      required("id", Shape.text().like("PJ0MRSHTDG"), "the chat or the customer"),
      required("access", ValueShapes.ACCESS, "what was given or taken")
    };
    if (room.agents()) {
      room.add("access_granted", "Groups have got access.", access);
      room.add("access_revoked", "Groups have lost access.", access);
    }
    room.add("access_set", "Groups have access now, and no others.", access);
    room.add("chat_transferred", "A chat has been given to somebody else.", transfer(room));
    room.add(
        "chat_user_added",
        "Somebody has come into a chat.",
        CHAT,
        THREAD_IF_ANY,
        required("user", UserShapes.user(room.api()), "the user"),
        required("user_type", Shape.choice("agent", "customer"), "who the user is"));
    room.add(
        "chat_user_removed",
        "Somebody has left a chat.",
        CHAT,
        THREAD_IF_ANY,
        USER,
        required("user_type", Shape.choice("agent", "customer"), "who the user is"));
    if (room.agents()) {
      Member tag = required("tag", Shape.text().like("sales"), "the tag");
      room.add("chat_thread_tagged", "A thread has got a tag.", CHAT, THREAD, tag);
      room.add("chat_thread_untagged", "A thread has lost a tag.", CHAT, THREAD, tag);
    }
  }

  private static Shape transfer(Room room) {
    Member requester =
        optional("requester_id", ValueShapes.USER_ID, "who did it; nobody if the server did");
    Member[] place =
        room.agents() ? new Member[] {CHAT, requester} : new Member[] {CHAT, THREAD, requester};
    return Shape.oneOf(
        Shape.object(place)
            .and(
                "",
                required("type", constant("agent"), "to agents"),
                required("ids", Shape.list(ValueShapes.USER_ID), "the agents")),
        Shape.object(place)
            .and(
                "",
                required("type", constant("group"), "to groups"),
                required("ids", Shape.list(ValueShapes.GROUP_NUMBER), "the groups")));
  }

  private static void ofEvents(Room room) {
    Member event = required("event", EventShapes.EVENT, "the event");
    room.add("incoming_event", "Something was said.", CHAT, THREAD, event);
    room.add("event_updated", "An event has changed.", CHAT, THREAD, event);
    room.add(
        "incoming_rich_message_postback",
        "A button was pressed.",
        USER,
        CHAT,
        THREAD,
        EVENT,
        required(
            "postback",
            Shape.object(
                required("id", Shape.text().like("action_yes"), "the button"),
                required("toggled", Shape.flag(), "pressed, or let go")),
            "what was done"));
    room.add(
        "events_marked_as_seen",
        "Somebody has seen events.",
        USER,
        CHAT,
        required("seen_up_to", ValueShapes.TIME, "everything until then"));
    Member author = required("author_id", ValueShapes.USER_ID, "who");
    Member recipients = required("recipients", ValueShapes.RECIPIENTS, "who may see it");
    Member moment = required("timestamp", ValueShapes.SECONDS, "when");
    room.add(
        "incoming_typing_indicator",
        "Somebody types, or does so no more.",
        CHAT,
        THREAD,
        required(
            "typing_indicator",
            Shape.object(
                author,
                recipients,
                moment,
                required("is_typing", Shape.flag(), "typing, or not any more")),
            "what is told"));
    if (room.agents()) {
      room.add(
          "incoming_sneak_peek",
          "What a customer is about to say.",
          CHAT,
          THREAD,
          required(
              "sneak_peek",
              Shape.object(
                  author,
                  recipients,
                  required("text", Shape.text().like("Hel"), "what has been typed so far"),
                  moment),
              "what is told"));
    }
  }

  private static void ofProperties(Room room) {
    room.add("chat_properties_updated", "Properties of a chat were set.", CHAT, PROPERTIES);
    room.add("chat_properties_deleted", "Properties of a chat were deleted.", CHAT, NAMES);
    room.add(
        "chat_thread_properties_updated",
        "Properties of a thread were set.",
        CHAT,
        THREAD,
        PROPERTIES);
    room.add(
        "chat_thread_properties_deleted",
        "Properties of a thread were deleted.",
        CHAT,
        THREAD,
        NAMES);
    room.add(
        "event_properties_updated",
        "Properties of an event were set.",
        CHAT,
        THREAD,
        EVENT,
        PROPERTIES);
    room.add(
        "event_properties_deleted",
        "Properties of an event were deleted.",
        CHAT,
        THREAD,
        EVENT,
        NAMES);
  }

  private static void ofCustomers(Room room) {
    Member url = required("url", Shape.text().like("https://example.com/"), "the page");
    Member title = optional("title", Shape.text().like("Lamps"), "what the page is called");
    Shape.OfObject updated = UserShapes.updatedCustomer(room.api());
    Shape.OfObject wrapped = Shape.object(required("customer", updated, "the customer"));
    if (!room.agents()) {
      room.add("customer_updated", "The customer's data has changed.", wrapped);
      room.add(
          "customer_page_updated",
          "The customer looks at another page.",
          url,
          title,
          required("timestamp", ValueShapes.SECONDS, "since when"));
      room.add(
          "customer_side_storage_updated",
          "The client is to keep something, and to send it with the next login.",
          required(
              "customer_side_storage",
              Shape.map("name", Shape.text().like("1")),
              "all that is to be kept"));
      return;
    }
    room.add(
        "customer_visit_started",
        "A customer has come.",
        CUSTOMER,
        VISIT,
        required("started_at", ValueShapes.TIME, "when"),
        optional("ip", Shape.text().like("203.0.113.7"), "the address of the customer"),
        optional("user_agent", Shape.text().like("Mozilla/5.0"), "the customer's browser"),
        optional("geolocation", UserShapes.locatedGeolocation(), "where the customer seems to be"));
    room.add(
        "customer_created",
        "There is a new customer.",
        required("customer", UserShapes.customer(room.api()), "the customer"));
    room.add(
        "customer_updated",
        "A customer's data has changed.",
        updated.and("", wrapped.members().getFirst()));
    room.add(
        "customer_page_updated",
        "A customer looks at another page.",
        CUSTOMER,
        optional("visit_id", Shape.count(), "the visit"),
        required("opened_at", ValueShapes.TIME, "since when"),
        url,
        title,
        optional("referrer", Shape.text().like("https://search.example/"), "what led to the site"));
    room.add(
        "customer_banned",
        "A customer has been banned.",
        CUSTOMER,
        required(
            "ban",
            Shape.object(required("days", Shape.count().like(3), "for how long")),
            "the ban"));
    room.add(
        "customer_visit_ended",
        "A customer has gone.",
        CUSTOMER,
        VISIT,
        required("ended_at", ValueShapes.TIME, "when"));
  }

  private static void others(Room room) {
    if (room.agents()) {
      room.add(
          "agent_updated",
          "An agent's routing status has changed.",
          required("agent_id", ValueShapes.AGENT_ID, "the agent"),
          required(
              "routing_status",
              Shape.choice("accepting_chats", "not_accepting_chats", "offline"),
              "the status"));
    }
    room.add(
        room.agents() ? "agent_disconnected" : "customer_disconnected",
        "The connection is about to be closed.",
        required("reason", Shape.text().like("inactivity_timeout"), "why"),
        optional(
            "data",
            Shape.object(
                required("region", Shape.text().like("fra"), "where the connection belongs")),
            "more about it"));
    room.add(
        "incoming_multicast",
        "Somebody has sent something outside of chats.",
        optional("author_id", ValueShapes.USER_ID, "who"),
        required("content", new Shape.OfAnything(false, "as it was sent"), "what"),
        optional("type", Shape.text().like("type1"), "what kind of thing it is"));
  }
}
