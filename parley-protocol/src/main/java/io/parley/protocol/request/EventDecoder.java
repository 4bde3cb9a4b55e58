package io.parley.protocol.request;

import io.parley.core.chat.ThreadId;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventType;
import io.parley.core.event.NewEvent;
import io.parley.core.event.Postback;
import io.parley.core.event.Recipients;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads events of all six types (data structures, Events).
final class EventDecoder {
  private static final Map<String, EventType> TYPES =
      Arrays.stream(EventType.values())
          .collect(Collectors.toUnmodifiableMap(EventType::wireName, type -> type));
  private static final Map<String, Recipients> RECIPIENTS =
      Map.of("all", Recipients.ALL, "agents", Recipients.AGENTS);

  private EventDecoder() {}

  /// An event.
  static NewEvent read(Fields event) {
    EventType type = event.choice("type", TYPES);
    return new NewEvent(
        event.textOrNull("custom_id", Text.NAME),
        recipients(event),
        PropertiesDecoder.read(event, "properties"),
        body(type, event));
  }

  /// Who may see what a request sends: everyone, unless it says otherwise. Customers may write to
  /// agents only, too, as the documentation of 2019 has it; they don't see it again.
  static Recipients recipients(Fields of) {
    Recipients recipients = of.choiceOrNull("recipients", RECIPIENTS);
    return recipients == null ? Recipients.ALL : recipients;
  }

  private static EventBody body(EventType type, Fields event) {
    return switch (type) {
      case MESSAGE -> message(event);
      case SYSTEM_MESSAGE -> systemMessage(event);
      case CUSTOM -> new EventBody.Custom(JsonDecoder.read(event, "content"));
      case FILLED_FORM -> FilledFormDecoder.read(event);
      case RICH_MESSAGE -> RichMessageDecoder.read(event);
      case FILE -> FileDecoder.read(event);
    };
  }

  private static EventBody message(Fields event) {
    String text = event.text("text", Text.MESSAGE);
    Fields postback = event.objectOrNull("postback");
    return new EventBody.Message(text, postback == null ? null : postback(postback));
  }

  private static Postback postback(Fields postback) {
    String type = postback.textOrNull("type", Text.NAME);
    String value = postback.textOrNull("value", Text.CONTENT);
    requireBoth(postback, type != null, value != null);
    return new Postback(
        postback.text("id", Text.NAME),
        new ThreadId(postback.text("thread_id", Text.ID)),
        postback.text("event_id", Text.EVENT_ID),
        type,
        value);
  }

  /// Refuses a type without a value, and a value without a type.
  static void requireBoth(Fields of, boolean type, boolean value) {
    if (type && !value) {
      throw of.invalid("value", "is required together with type");
    }
    if (value && !type) {
      throw of.invalid("type", "is required together with value");
    }
  }

  private static EventBody systemMessage(Fields event) {
    return new EventBody.SystemMessage(
        event.text("system_message_type", Text.NAME),
        event.textOrNull("text", Text.MESSAGE_OR_EMPTY),
        MapDecoder.read(event, "text_vars", Text.CONTENT));
  }
}
