package io.parley.store.codec;

import static io.parley.store.codec.JsonObject.text;
import static io.parley.store.codec.JsonObject.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.Json;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventType;
import io.parley.core.event.FormField;
import io.parley.core.event.Postback;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The bodies of events. The type stands in a column of its own.
///
/// What an integration put into a custom event is kept as a text within the JSON: whatever it is,
/// it comes back as it was, and PostgreSQL need not be able to hold its numbers.
public final class EventBodyCodec {

  private EventBodyCodec() {}

  /// A body to JSON.
  public static String encode(EventBody body) {
    return JsonObject.write(
        json -> {
          switch (body) {
            case EventBody.Message(String text, Postback postback) ->
                json.text("text", text).object("postback", postback, EventBodyCodec::write);
            case EventBody.File file -> write(json, file);
            case EventBody.FilledForm(String formId, List<FormField> fields) ->
                json.text("form_id", formId).array("fields", fields, FormCodec::write);
            case EventBody.RichMessage(String templateId, var elements) ->
                json.text("template_id", templateId)
                    .array("elements", elements, RichElementCodec::write);
            case EventBody.Custom(Json content) ->
                json.text("content", content == null ? null : content.text());
            case EventBody.SystemMessage(String messageType, String text, var textVars) ->
                json.text("message_type", messageType)
                    .text("text", text)
                    .object("text_vars", textVars, (vars, all) -> all.forEach(vars::text));
          }
        });
  }

  /// JSON to a body of the given type.
  public static EventBody decode(EventType type, String text) {
    JsonNode json = JsonObject.read(text);
    return switch (type) {
      case MESSAGE -> new EventBody.Message(text(json, "text"), postback(json.get("postback")));
      case FILE -> file(json);
      case FILLED_FORM ->
          new EventBody.FilledForm(
              text(json, "form_id"), list(json.get("fields"), FormCodec::read));
      case RICH_MESSAGE ->
          new EventBody.RichMessage(
              text(json, "template_id"), list(json.get("elements"), RichElementCodec::read));
      case CUSTOM -> {
        String content = textOrNull(json, "content");
        yield new EventBody.Custom(content == null ? null : new Json(content));
      }
      case SYSTEM_MESSAGE -> systemMessage(json);
    };
  }

  /// The items of an array; none if there is no array.
  static <T> List<T> list(@Nullable JsonNode array, Function<JsonNode, T> read) {
    var items = new ArrayList<T>();
    if (array != null) {
      array.forEach(item -> items.add(read.apply(item)));
    }
    return items;
  }

  private static void write(JsonObject json, Postback postback) {
    json.text("id", postback.id())
        .text("thread_id", postback.threadId().value())
        .text("event_id", postback.eventId())
        .text("type", postback.type())
        .text("value", postback.value());
  }

  private static @Nullable Postback postback(@Nullable JsonNode json) {
    return json == null
        ? null
        : new Postback(
            text(json, "id"),
            new ThreadId(text(json, "thread_id")),
            text(json, "event_id"),
            textOrNull(json, "type"),
            textOrNull(json, "value"));
  }

  private static void write(JsonObject json, EventBody.File file) {
    json.text("name", file.name())
        .text("url", file.url())
        .text("content_type", file.contentType())
        .number("size", file.size())
        .object(
            "image",
            file.image(),
            (inner, image) ->
                inner
                    .number("width", image.width())
                    .number("height", image.height())
                    .text("thumbnail_url", image.thumbnailUrl())
                    .text("thumbnail2x_url", image.thumbnail2xUrl()));
  }

  private static EventBody.File file(JsonNode json) {
    JsonNode image = json.get("image");
    return new EventBody.File(
        text(json, "name"),
        text(json, "url"),
        text(json, "content_type"),
        json.path("size").longValue(),
        image == null
            ? null
            : new EventBody.Image(
                image.path("width").intValue(),
                image.path("height").intValue(),
                text(image, "thumbnail_url"),
                text(image, "thumbnail2x_url")));
  }

  private static EventBody.SystemMessage systemMessage(JsonNode json) {
    var textVars = new TreeMap<String, String>();
    json.path("text_vars")
        .properties()
        .forEach(entry -> textVars.put(entry.getKey(), entry.getValue().textValue()));
    return new EventBody.SystemMessage(
        text(json, "message_type"), textOrNull(json, "text"), textVars);
  }
}
