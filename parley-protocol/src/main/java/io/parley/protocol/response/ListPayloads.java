package io.parley.protocol.response;

import static io.parley.protocol.response.ResponseRenderer.object;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.chat.ChatThread;
import io.parley.core.query.Answer;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.core.user.UserId;
import io.parley.protocol.Payload;
import io.parley.protocol.json.ChatJson;
import io.parley.protocol.json.ChatSummaryJson;
import io.parley.protocol.json.CustomerJson;
import io.parley.protocol.json.Viewer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Answers that are pages of lists.
final class ListPayloads {
  private ListPayloads() {}

  static Payload chats(Viewer viewer, UserId reader, Query query, Answer.Chats chats) {
    return object(
        json -> {
          ChatSummaryJson.writeAll(json, viewer, chats.chats(), chats.customers(), reader);
          if (viewer.isCustomer()) {
            json.writeNumberField("total_chats", chats.total());
            return;
          }
          json.writeNumberField("found_chats", chats.total());
          writePageIds(json, chats.nextPageId(), chats.previousPageId());
          if (query instanceof Query.Chats(_, _, _, Page.ByNumber(int number, _))) {
            writePagination(json, number, chats.total());
          }
        });
  }

  static Payload threads(Viewer viewer, Answer.Threads threads) {
    return object(
        json -> {
          json.writeArrayFieldStart("threads_summary");
          for (ChatThread thread : threads.threads()) {
            json.writeStartObject();
            json.writeStringField("id", thread.id().value());
            json.writeNumberField("order", thread.ordinal());
            json.writeNumberField("total_events", thread.eventCount());
            if (viewer.isCustomer()) {
              json.writeBooleanField("active", thread.active());
            } else {
              json.writeNumberField("events_count", thread.eventCount());
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          if (viewer.isCustomer()) {
            json.writeNumberField("total_threads", threads.total());
          } else {
            json.writeNumberField("found_threads", threads.total());
            writePageIds(json, threads.nextPageId(), threads.previousPageId());
          }
        });
  }

  static Payload archives(Viewer viewer, UserId reader, Query query, Answer.Archives archives) {
    return object(
        json -> {
          json.writeArrayFieldStart("chats");
          for (Answer.ArchivedThread thread : archives.threads()) {
            ChatJson.writeArchived(json, viewer, thread, archives.customers(), reader);
          }
          json.writeEndArray();
          json.writeNumberField("found_chats", archives.total());
          writePageIds(json, archives.nextPageId(), archives.previousPageId());
          Integer number = query instanceof Query.Archives asked ? pageNumber(asked.page()) : null;
          if (number != null) {
            writePagination(json, number, archives.total());
          }
        });
  }

  /// The number of a page, if it is known: the first has one, however it was asked for.
  private static @Nullable Integer pageNumber(Page page) {
    return switch (page) {
      case Page.ByNumber(int number, _) -> number;
      case Page.ById(var pageId, _) -> pageId == null ? 1 : null;
      case Page.ByOffset _ -> null;
    };
  }

  static Payload customers(Viewer viewer, Answer.Customers customers) {
    return object(
        json -> {
          json.writeArrayFieldStart("customers");
          for (Answer.CustomerActivity customer : customers.customers()) {
            CustomerJson.write(json, viewer.api(), customer);
          }
          json.writeEndArray();
          json.writeNumberField("total_customers", customers.total());
          writePageIds(json, customers.nextPageId(), customers.previousPageId());
        });
  }

  private static void writePagination(JsonGenerator json, int page, long total) throws IOException {
    json.writeObjectFieldStart("pagination");
    json.writeNumberField("page", page);
    json.writeNumberField("total", total);
    json.writeEndObject();
  }

  private static void writePageIds(
      JsonGenerator json, @Nullable String nextPageId, @Nullable String previousPageId)
      throws IOException {
    if (nextPageId != null) {
      json.writeStringField("next_page_id", nextPageId);
    }
    if (previousPageId != null) {
      json.writeStringField("previous_page_id", previousPageId);
    }
  }
}
