package io.parley.protocol.push;

import static io.parley.protocol.push.PushRenderer.push;
import static io.parley.protocol.push.PushRenderer.writePlace;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.EventsSeen;
import io.parley.core.chat.PostbackSent;
import io.parley.core.chat.SneakPeeked;
import io.parley.core.chat.TypingIndicated;
import io.parley.core.event.Event;
import io.parley.core.event.Recipients;
import io.parley.protocol.json.EventJson;
import io.parley.protocol.json.Timestamps;
import io.parley.protocol.json.Viewer;
import java.util.ArrayList;
import java.util.List;

/// What is said in chats, seen there, and about to be said.
final class EventPushes {
  private EventPushes() {}

  static List<Push> incoming(Viewer viewer, EventAdded added) {
    return withEvent("incoming_event", viewer, added.chatId(), added.event());
  }

  private static List<Push> withEvent(String action, Viewer viewer, ChatId chatId, Event event) {
    return viewer.sees(event)
        ? push(
            action,
            json -> {
              writePlace(json, chatId, event.id().threadId());
              json.writeFieldName("event");
              EventJson.write(json, viewer, event);
            })
        : List.of();
  }

  /// The button that was pressed, and the message with who has pressed its buttons now. Threads
  /// that are not active keep quiet.
  static List<Push> postback(Viewer viewer, PostbackSent sent) {
    Event event = sent.event();
    if (!sent.announced() || !viewer.sees(event)) {
      return List.of();
    }
    var pushes =
        new ArrayList<>(
            push(
                "incoming_rich_message_postback",
                json -> {
                  json.writeStringField("user_id", viewer.idOf(sent.userId()));
                  writePlace(json, sent.chatId(), event.id().threadId());
                  json.writeStringField("event_id", event.id().value());
                  json.writeObjectFieldStart("postback");
                  json.writeStringField("id", sent.postbackId());
                  json.writeBooleanField("toggled", sent.toggled());
                  json.writeEndObject();
                }));
    pushes.addAll(withEvent("event_updated", viewer, sent.chatId(), event));
    return pushes;
  }

  static List<Push> seen(Viewer viewer, EventsSeen seen) {
    return push(
        "events_marked_as_seen",
        json -> {
          json.writeStringField("user_id", viewer.idOf(seen.userId()));
          json.writeStringField("chat_id", seen.chatId().value());
          Timestamps.writeField(json, "seen_up_to", seen.seenUpTo());
        });
  }

  static List<Push> typing(Viewer viewer, TypingIndicated typing) {
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

  /// For agents only.
  static List<Push> sneakPeek(Viewer viewer, SneakPeeked peek) {
    if (viewer.isCustomer()) {
      return List.of();
    }
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
}
