package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.event.EventBody;
import io.parley.core.event.RichElement;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What events of type `rich_message` have of their own.
final class RichMessageJson {
  private RichMessageJson() {}

  static void writeMembers(JsonGenerator json, Viewer viewer, EventBody.RichMessage message)
      throws IOException {
    json.writeStringField("template_id", message.templateId());
    json.writeArrayFieldStart("elements");
    for (RichElement element : message.elements()) {
      writeElement(json, viewer, element);
    }
    json.writeEndArray();
  }

  private static void writeElement(JsonGenerator json, Viewer viewer, RichElement element)
      throws IOException {
    json.writeStartObject();
    UserJson.writeTextIfAny(json, "title", element.title());
    UserJson.writeTextIfAny(json, "subtitle", element.subtitle());
    RichElement.Picture image = element.image();
    if (image != null) {
      writeImage(json, image);
    }
    if (!element.buttons().isEmpty()) {
      json.writeArrayFieldStart("buttons");
      for (RichElement.Button button : element.buttons()) {
        writeButton(json, viewer, button);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeImage(JsonGenerator json, RichElement.Picture image) throws IOException {
    json.writeObjectFieldStart("image");
    UserJson.writeTextIfAny(json, "name", image.name());
    json.writeStringField("url", image.url());
    UserJson.writeTextIfAny(json, "content_type", image.contentType());
    writeNumberIfAny(json, "size", image.size());
    writeNumberIfAny(json, "width", image.width());
    writeNumberIfAny(json, "height", image.height());
    json.writeEndObject();
  }

  private static void writeNumberIfAny(JsonGenerator json, String name, @Nullable Number number)
      throws IOException {
    if (number != null) {
      json.writeNumberField(name, number.longValue());
    }
  }

  private static void writeButton(JsonGenerator json, Viewer viewer, RichElement.Button button)
      throws IOException {
    json.writeStartObject();
    UserJson.writeTextIfAny(json, "type", button.type());
    json.writeStringField("text", button.text());
    UserJson.writeTextIfAny(json, "value", button.value());
    UserJson.writeTextIfAny(json, "webview_height", button.webviewHeight());
    json.writeStringField("postback_id", button.postbackId());
    UserJson.writeIds(json, viewer, button.userIds());
    json.writeEndObject();
  }
}
