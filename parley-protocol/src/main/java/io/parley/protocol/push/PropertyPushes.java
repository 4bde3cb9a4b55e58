package io.parley.protocol.push;

import static io.parley.protocol.push.PushRenderer.push;
import static io.parley.protocol.push.PushRenderer.writePlace;

import io.parley.core.chat.ChatPropertiesDeleted;
import io.parley.core.chat.ChatPropertiesUpdated;
import io.parley.core.chat.EventPropertiesDeleted;
import io.parley.core.chat.EventPropertiesUpdated;
import io.parley.core.chat.ThreadPropertiesDeleted;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.event.Event;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyLocation;
import io.parley.protocol.Payload;
import io.parley.protocol.json.PropertiesJson;
import io.parley.protocol.json.Viewer;
import java.util.List;
import java.util.Map;

/// What happens to properties: a push holds those that changed. Who may read none of them is told
/// nothing.
final class PropertyPushes {
  private PropertyPushes() {}

  static List<Push> updated(Viewer viewer, ChatPropertiesUpdated updated) {
    return updated(
        "chat_properties_updated",
        viewer,
        json -> writePlace(json, updated.chatId(), null),
        PropertyLocation.CHAT,
        updated.properties());
  }

  static List<Push> updated(Viewer viewer, ThreadPropertiesUpdated updated) {
    return updated(
        "chat_thread_properties_updated",
        viewer,
        json -> writePlace(json, updated.chatId(), updated.threadId()),
        PropertyLocation.THREAD,
        updated.properties());
  }

  static List<Push> updated(Viewer viewer, EventPropertiesUpdated updated) {
    Event event = updated.event();
    return viewer.sees(event)
        ? updated(
            "event_properties_updated",
            viewer,
            json -> {
              writePlace(json, updated.chatId(), event.id().threadId());
              json.writeStringField("event_id", event.id().value());
            },
            PropertyLocation.EVENT,
            updated.properties())
        : List.of();
  }

  static List<Push> deleted(Viewer viewer, ChatPropertiesDeleted deleted) {
    return deleted(
        "chat_properties_deleted",
        viewer,
        json -> writePlace(json, deleted.chatId(), null),
        PropertyLocation.CHAT,
        deleted.names());
  }

  static List<Push> deleted(Viewer viewer, ThreadPropertiesDeleted deleted) {
    return deleted(
        "chat_thread_properties_deleted",
        viewer,
        json -> writePlace(json, deleted.chatId(), deleted.threadId()),
        PropertyLocation.THREAD,
        deleted.names());
  }

  static List<Push> deleted(Viewer viewer, EventPropertiesDeleted deleted) {
    Event event = deleted.event();
    return viewer.sees(event)
        ? deleted(
            "event_properties_deleted",
            viewer,
            json -> {
              writePlace(json, deleted.chatId(), event.id().threadId());
              json.writeStringField("event_id", event.id().value());
            },
            PropertyLocation.EVENT,
            deleted.names())
        : List.of();
  }

  private static List<Push> updated(
      String action,
      Viewer viewer,
      Payload place,
      PropertyLocation location,
      Properties properties) {
    return PropertiesJson.anyVisible(viewer, location, properties)
        ? push(
            action,
            json -> {
              place.writeTo(json);
              PropertiesJson.writeField(json, viewer, location, properties);
            })
        : List.of();
  }

  private static List<Push> deleted(
      String action,
      Viewer viewer,
      Payload place,
      PropertyLocation location,
      Map<String, List<String>> names) {
    return PropertiesJson.anyNameVisible(viewer, location, names)
        ? push(
            action,
            json -> {
              place.writeTo(json);
              PropertiesJson.writeNames(json, viewer, location, names);
            })
        : List.of();
  }
}
