package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.chat.ChatThread;
import io.parley.core.event.Event;
import io.parley.core.property.PropertyLocation;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Threads, with events or as a summary.
final class ThreadJson {
  private ThreadJson() {}

  /// Writes a thread.
  ///
  /// @param events null if the viewer has no access to the thread
  static void write(
      JsonGenerator json, Viewer viewer, ChatThread thread, @Nullable List<Event> events)
      throws IOException {
    json.writeStartObject();
    writeMembers(json, viewer, thread);
    if (events == null) {
      json.writeBooleanField("restricted_access", true);
    } else {
      EventJson.writeAll(json, viewer, events);
    }
    json.writeEndObject();
  }

  /// Writes a thread without events.
  static void writeSummary(JsonGenerator json, Viewer viewer, ChatThread thread)
      throws IOException {
    json.writeStartObject();
    writeMembers(json, viewer, thread);
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, Viewer viewer, ChatThread thread)
      throws IOException {
    json.writeStringField("id", thread.id().value());
    json.writeNumberField("timestamp", thread.createdAt().getEpochSecond());
    json.writeBooleanField("active", thread.active());
    UserJson.writeIds(json, viewer, thread.userIds());
    json.writeNumberField("order", thread.ordinal());
    PropertiesJson.writeFieldIfAny(json, viewer, PropertyLocation.THREAD, thread.properties());
    AccessJson.writeField(json, thread.access());
    if (!viewer.isCustomer() && !thread.tags().isEmpty()) {
      json.writeArrayFieldStart("tags");
      for (String tag : thread.tags()) {
        json.writeString(tag);
      }
      json.writeEndArray();
    }
  }
}
