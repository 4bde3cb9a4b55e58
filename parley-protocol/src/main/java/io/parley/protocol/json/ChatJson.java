package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatThread;
import io.parley.core.customer.Customer;
import io.parley.core.event.Event;
import io.parley.core.property.PropertyLocation;
import io.parley.core.query.Answer;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Chats with their threads.
public final class ChatJson {
  private ChatJson() {}

  /// Writes a chat with its last thread.
  ///
  /// @param events of that thread
  /// @param customers profiles of those in the chat
  public static void writeWithLastThread(
      JsonGenerator json,
      Viewer viewer,
      Chat chat,
      List<Event> events,
      Map<CustomerId, Customer> customers)
      throws IOException {
    json.writeStartObject();
    writeMembers(json, viewer, chat, customers);
    ChatThread thread = chat.lastThread();
    if (thread != null) {
      json.writeFieldName("thread");
      ThreadJson.write(json, viewer, thread, events);
    }
    json.writeEndObject();
  }

  /// Writes a chat with some of its threads, and a table of contents of all of them.
  ///
  /// @param reader who asked
  public static void writeWithThreads(
      JsonGenerator json, Viewer viewer, Answer.ChatWithThreads answer, UserId reader)
      throws IOException {
    json.writeStartObject();
    writeMembers(json, viewer, answer.chat(), answer.customers());
    json.writeArrayFieldStart("threads");
    for (Answer.ThreadWithEvents thread : answer.threads()) {
      ThreadJson.write(json, viewer, thread.thread(), thread.events());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("threads_summary");
    for (Answer.ThreadEntry entry : answer.allThreads()) {
      json.writeStartObject();
      json.writeStringField("thread_id", entry.threadId().value());
      json.writeNumberField("order", entry.ordinal());
      json.writeEndObject();
    }
    json.writeEndArray();
    writeFollowed(json, viewer, answer.chat(), reader);
    json.writeEndObject();
  }

  /// Writes a chat with one of its threads, as archives have them.
  ///
  /// @param customers profiles of those in the chat
  /// @param reader who asked
  public static void writeArchived(
      JsonGenerator json,
      Viewer viewer,
      Answer.ArchivedThread archived,
      Map<CustomerId, Customer> customers,
      UserId reader)
      throws IOException {
    json.writeStartObject();
    writeMembers(json, viewer, archived.chat(), customers);
    json.writeFieldName("thread");
    ThreadJson.write(json, viewer, archived.thread(), archived.events());
    writeFollowed(json, viewer, archived.chat(), reader);
    json.writeEndObject();
  }

  /// What 3.1 orders chats by: the time of the last thread, in microseconds.
  static long orderOf(Chat chat) {
    ChatThread thread = chat.lastThread();
    return Timestamps.micros(thread == null ? chat.createdAt() : thread.createdAt());
  }

  /// Writes the member `is_followed`, for agents.
  static void writeFollowed(JsonGenerator json, Viewer viewer, Chat chat, UserId reader)
      throws IOException {
    if (!viewer.isCustomer()) {
      json.writeBooleanField("is_followed", chat.followers().contains(reader));
    }
  }

  private static void writeMembers(
      JsonGenerator json, Viewer viewer, Chat chat, Map<CustomerId, Customer> customers)
      throws IOException {
    json.writeStringField("id", chat.id().value());
    if (viewer.isCustomer()) {
      json.writeNumberField("order", orderOf(chat));
    }
    UserJson.writeAll(json, viewer, chat.members(), customers);
    PropertiesJson.writeField(json, viewer, PropertyLocation.CHAT, chat.properties());
    AccessJson.writeField(json, chat.access());
  }
}
