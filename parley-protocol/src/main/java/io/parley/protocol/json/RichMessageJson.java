package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.event.EventBody;
import io.parley.core.event.RichElement;
import java.io.IOException;

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
    OptionalMember.write(json, "title", element.title());
    OptionalMember.write(json, "subtitle", element.subtitle());
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
    OptionalMember.write(json, "name", image.name());
    json.writeStringField("url", image.url());
    OptionalMember.write(json, "content_type", image.contentType());
    OptionalMember.write(json, "size", image.size());
    OptionalMember.write(json, "width", image.width());
    OptionalMember.write(json, "height", image.height());
    json.writeEndObject();
  }

  private static void writeButton(JsonGenerator json, Viewer viewer, RichElement.Button button)
      throws IOException {
    json.writeStartObject();
    OptionalMember.write(json, "type", button.type());
    json.writeStringField("text", button.text());
    OptionalMember.write(json, "value", button.value());
    OptionalMember.write(json, "webview_height", button.webviewHeight());
    json.writeStringField("postback_id", button.postbackId());
    UserJson.writeIds(json, viewer, button.userIds());
    json.writeEndObject();
  }
}
