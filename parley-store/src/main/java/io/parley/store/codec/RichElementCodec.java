package io.parley.store.codec;

import static io.parley.store.codec.JsonObject.text;
import static io.parley.store.codec.JsonObject.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.event.RichElement;
import io.parley.core.event.RichElement.Button;
import io.parley.core.event.RichElement.Picture;
import org.jspecify.annotations.Nullable;

/// The elements of rich messages.
final class RichElementCodec {

  private RichElementCodec() {}

  static void write(JsonObject json, RichElement element) {
    json.text("title", element.title())
        .text("subtitle", element.subtitle())
        .object("image", element.image(), RichElementCodec::writePicture)
        .array("buttons", element.buttons(), RichElementCodec::writeButton);
  }

  static RichElement read(JsonNode json) {
    return new RichElement(
        textOrNull(json, "title"),
        textOrNull(json, "subtitle"),
        picture(json.get("image")),
        EventBodyCodec.list(json.get("buttons"), RichElementCodec::button));
  }

  private static void writePicture(JsonObject json, Picture picture) {
    json.text("url", picture.url())
        .text("name", picture.name())
        .text("content_type", picture.contentType())
        .number("size", picture.size())
        .number("width", picture.width())
        .number("height", picture.height());
  }

  private static @Nullable Picture picture(@Nullable JsonNode json) {
    return json == null
        ? null
        : new Picture(
            text(json, "url"),
            textOrNull(json, "name"),
            textOrNull(json, "content_type"),
            json.has("size") ? json.path("size").longValue() : null,
            json.has("width") ? json.path("width").intValue() : null,
            json.has("height") ? json.path("height").intValue() : null);
  }

  private static void writeButton(JsonObject json, Button button) {
    json.text("text", button.text())
        .text("type", button.type())
        .text("value", button.value())
        .text("webview_height", button.webviewHeight())
        .text("postback_id", button.postbackId())
        .texts("user_keys", button.userIds().stream().map(UserKey::encode).toList());
  }

  private static Button button(JsonNode json) {
    return new Button(
        text(json, "text"),
        textOrNull(json, "type"),
        textOrNull(json, "value"),
        textOrNull(json, "webview_height"),
        text(json, "postback_id"),
        EventBodyCodec.list(json.get("user_keys"), key -> UserKey.decode(key.textValue())));
  }
}
