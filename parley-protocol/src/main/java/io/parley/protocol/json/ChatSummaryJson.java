package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatThread;
import io.parley.core.customer.Customer;
import io.parley.core.event.Event;
import io.parley.core.event.EventType;
import io.parley.core.property.PropertyLocation;
import io.parley.core.query.Answer;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Chat summaries: a chat with its newest event of each type, and its last thread without events.
public final class ChatSummaryJson {
  private ChatSummaryJson() {}

  /// Writes the member `chats_summary`.
  ///
  /// @param customers profiles of those in the chats
  /// @param reader who asked
  public static void writeAll(
      JsonGenerator json,
      Viewer viewer,
      List<Answer.ChatSummary> summaries,
      Map<CustomerId, Customer> customers,
      UserId reader)
      throws IOException {
    json.writeArrayFieldStart("chats_summary");
    for (Answer.ChatSummary summary : summaries) {
      write(json, viewer, summary, customers, reader);
    }
    json.writeEndArray();
  }

  private static void write(
      JsonGenerator json,
      Viewer viewer,
      Answer.ChatSummary summary,
      Map<CustomerId, Customer> customers,
      UserId reader)
      throws IOException {
    Chat chat = summary.chat();
    ChatThread lastThread = chat.lastThread();
    json.writeStartObject();
    json.writeStringField("id", chat.id().value());
    json.writeNumberField("order", ChatJson.orderOf(chat));
    writeLastEvents(json, viewer, summary.lastEvents());
    UserJson.writeAll(json, viewer, chat.members(), customers);
    if (lastThread != null) {
      if (viewer.isCustomer()) {
        json.writeStringField("last_thread_id", lastThread.id().value());
      }
      json.writeFieldName("last_thread_summary");
      ThreadJson.writeSummary(json, viewer, lastThread);
    }
    PropertiesJson.writeField(json, viewer, PropertyLocation.CHAT, chat.properties());
    AccessJson.writeField(json, chat.access());
    if (viewer.isCustomer()) {
      json.writeBooleanField("active", chat.active());
    }
    ChatJson.writeFollowed(json, viewer, chat, reader);
    json.writeEndObject();
  }

  private static void writeLastEvents(
      JsonGenerator json, Viewer viewer, Map<EventType, Answer.LastEvent> lastEvents)
      throws IOException {
    json.writeObjectFieldStart("last_event_per_type");
    for (Map.Entry<EventType, Answer.LastEvent> entry : lastEvents.entrySet()) {
      Answer.LastEvent last = entry.getValue();
      Event event = last.event();
      if (event == null ? viewer.isCustomer() : !viewer.sees(event)) {
        continue;
      }
      json.writeObjectFieldStart(entry.getKey().wireName());
      json.writeStringField("thread_id", last.threadId().value());
      json.writeNumberField("thread_order", last.threadOrdinal());
      json.writeFieldName("event");
      if (event == null) {
        json.writeStartObject();
        json.writeBooleanField("restricted_access", true);
        json.writeEndObject();
      } else {
        EventJson.write(json, viewer, event);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
