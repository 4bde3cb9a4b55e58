package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;

import io.parley.protocol.Api;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Chats and threads, as answers and pushes hold them.
final class ChatShapes {
  private static final Member FOLLOWED =
      required("is_followed", Shape.flag(), "whether the requester follows the chat");

  private ChatShapes() {}

  /// A chat with its last thread.
  static Shape.OfObject withLastThread(Api side) {
    return chat(side).and("ChatWithLastThread", optional("thread", thread(side), "the last one"));
  }

  /// A chat with some of its threads, and a table of contents of all of them.
  static Shape.OfObject withThreads(Api side) {
    Shape.OfObject entry =
        Shape.object(
            required("thread_id", ValueShapes.THREAD_ID, "the thread"),
            required("order", ordinal(), "its number in the chat"));
    return followed(
        side,
        chat(side)
            .and(
                "ChatWithThreads",
                required("threads", Shape.list(thread(side)), "those that were asked for"),
                required("threads_summary", Shape.list(entry), "all that there are")));
  }

  /// A chat with one thread that was found.
  static Shape.OfObject archived(Api side) {
    return followed(
        side, chat(side).and("ArchivedChat", required("thread", thread(side), "what was found")));
  }

  /// A chat without events but the last of each type.
  static Shape.OfObject summary(Api side) {
    var members = new ArrayList<Member>();
    members.add(required("id", ValueShapes.CHAT_ID, "the chat"));
    members.add(required("order", ValueShapes.MICROSECONDS, "what chats are sorted by"));
    members.add(required("last_event_per_type", lastEvents(side), "the last event of each type"));
    members.add(required("users", Shape.list(UserShapes.user(side)), "who was ever in it"));
    if (side == Api.CUSTOMER) {
      members.add(optional("last_thread_id", ValueShapes.THREAD_ID, "the last thread"));
    }
    members.add(
        optional(
            "last_thread_summary",
            new Shape.OfObject("ThreadSummary", threadMembers(side), List.of()),
            "the last thread"));
    members.add(required("properties", PropertyShapes.TOLD, "its properties"));
    members.add(required("access", ValueShapes.ACCESS, "who has access"));
    members.add(
        side == Api.CUSTOMER
            ? required("active", Shape.flag(), "whether a thread is active")
            : FOLLOWED);
    return new Shape.OfObject("ChatSummary", members, List.of());
  }

  private static Shape.OfMap lastEvents(Api side) {
    Shape.OfObject restricted =
        Shape.object(required("restricted_access", Shape.yes(), "no access to its thread"));
    Shape event =
        side == Api.CUSTOMER
            ? EventShapes.EVENT
            : Shape.oneOf("EventOrRestricted", EventShapes.EVENT, restricted);
    return Shape.map(
        "type of the event",
        Shape.object(
            "LastEvent",
            required("thread_id", ValueShapes.THREAD_ID, "its thread"),
            required("thread_order", ordinal(), "the number of its thread in the chat"),
            required("event", event, "the event")));
  }

  private static Shape.OfObject chat(Api side) {
    var members = new ArrayList<Member>();
    members.add(required("id", ValueShapes.CHAT_ID, "the chat"));
    if (side == Api.CUSTOMER) {
      members.add(required("order", ValueShapes.MICROSECONDS, "what chats are sorted by"));
    }
    members.add(required("users", Shape.list(UserShapes.user(side)), "who was ever in it"));
    members.add(required("properties", PropertyShapes.TOLD, "its properties"));
    members.add(required("access", ValueShapes.ACCESS, "who has access"));
    return new Shape.OfObject("", members, List.of());
  }

  private static Shape.OfObject followed(Api side, Shape.OfObject chat) {
    return side == Api.CUSTOMER ? chat : chat.and(chat.name(), FOLLOWED);
  }

  private static Shape.OfObject thread(Api side) {
    var members = threadMembers(side);
    members.add(optional("events", Shape.list(EventShapes.EVENT), "what was said"));
    members.add(
        optional("restricted_access", Shape.yes(), "there without access to the thread's events"));
    return new Shape.OfObject(
        "Thread", members, List.of(Rule.exactlyOne("events", "restricted_access")));
  }

  private static List<Member> threadMembers(Api side) {
    var members =
        new ArrayList<>(
            Arrays.asList(
                required("id", ValueShapes.THREAD_ID, "the thread"),
                required("timestamp", ValueShapes.SECONDS, "when it was opened"),
                required("active", Shape.flag(), "whether it is active"),
                required("user_ids", Shape.list(ValueShapes.USER_ID), "who takes part"),
                required("order", ordinal(), "its number in the chat, from 1"),
                optional("properties", PropertyShapes.TOLD, "its properties"),
                required("access", ValueShapes.ACCESS, "who has access")));
    if (side != Api.CUSTOMER) {
      members.add(optional("tags", Shape.list(Shape.text().like("sales")), "its tags"));
    }
    return members;
  }

  private static Shape.OfInteger ordinal() {
    return Shape.integer(1, Integer.MAX_VALUE);
  }
}
