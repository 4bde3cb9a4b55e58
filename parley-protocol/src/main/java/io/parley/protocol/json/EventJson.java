package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.Json;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.Postback;
import io.parley.core.event.Recipients;
import io.parley.core.property.PropertyLocation;
import io.parley.core.user.UserId;
import java.io.IOException;
import java.util.List;

/// Events of all six types.
///
/// Customers get `recipients` too, although their data structures leave it out: their push
/// `incoming_event` shows it.
public final class EventJson {
  private EventJson() {}

  /// Writes the member `events`: those that the viewer may see.
  static void writeAll(JsonGenerator json, Viewer viewer, List<Event> events) throws IOException {
    json.writeArrayFieldStart("events");
    for (Event event : events) {
      if (viewer.sees(event)) {
        write(json, viewer, event);
      }
    }
    json.writeEndArray();
  }

  /// Writes one event, which the viewer must be allowed to see.
  public static void write(JsonGenerator json, Viewer viewer, Event event) throws IOException {
    if (!viewer.sees(event)) {
      throw new IllegalStateException("event " + event.id() + " is not for customers");
    }
    json.writeStartObject();
    json.writeStringField("id", event.id().value());
    OptionalMember.write(json, "custom_id", event.customId());
    Timestamps.writeField(json, "created_at", event.createdAt());
    json.writeStringField("type", event.type().wireName());
    UserId author = event.author();
    if (author != null && !(event.body() instanceof EventBody.SystemMessage)) {
      json.writeStringField("author_id", viewer.idOf(author));
    }
    json.writeStringField("recipients", wireName(event.recipients()));
    PropertiesJson.writeFieldIfAny(json, viewer, PropertyLocation.EVENT, event.properties());
    writeBody(json, viewer, event.body());
    json.writeEndObject();
  }

  /// The name of an audience on the wire.
  public static String wireName(Recipients recipients) {
    return switch (recipients) {
      case ALL -> "all";
      case AGENTS -> "agents";
    };
  }

  private static void writeBody(JsonGenerator json, Viewer viewer, EventBody body)
      throws IOException {
    switch (body) {
      case EventBody.Message(String text, var postback) -> {
        json.writeStringField("text", text);
        if (postback != null) {
          writePostback(json, postback);
        }
      }
      case EventBody.File file -> writeFile(json, file);
      case EventBody.FilledForm form -> FilledFormJson.writeMembers(json, form);
      case EventBody.RichMessage message -> RichMessageJson.writeMembers(json, viewer, message);
      case EventBody.Custom(Json content) -> {
        if (content != null) {
          json.writeFieldName("content");
          json.writeRawValue(content.text());
        }
      }
      case EventBody.SystemMessage message -> SystemMessageJson.writeMembers(json, viewer, message);
    }
  }

  private static void writePostback(JsonGenerator json, Postback postback) throws IOException {
    json.writeObjectFieldStart("postback");
    json.writeStringField("id", postback.id());
    json.writeStringField("thread_id", postback.threadId().value());
    json.writeStringField("event_id", postback.eventId());
    OptionalMember.write(json, "type", postback.type());
    OptionalMember.write(json, "value", postback.value());
    json.writeEndObject();
  }

  private static void writeFile(JsonGenerator json, EventBody.File file) throws IOException {
    json.writeStringField("name", file.name());
    json.writeStringField("url", file.url());
    json.writeStringField("content_type", file.contentType());
    json.writeNumberField("size", file.size());
    EventBody.Image image = file.image();
    if (image != null) {
      json.writeStringField("thumbnail_url", image.thumbnailUrl());
      json.writeStringField("thumbnail2x_url", image.thumbnail2xUrl());
      json.writeNumberField("width", image.width());
      json.writeNumberField("height", image.height());
    }
  }
}
