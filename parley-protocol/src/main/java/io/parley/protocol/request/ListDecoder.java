package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.chat.ThreadId;
import io.parley.core.query.ChatFilter;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.protocol.method.Call;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the requests for chats and threads.
public final class ListDecoder {
  private static final int MAX_THREADS = 100;
  private static final Map<String, Order> ORDERS =
      Map.of("asc", Order.ASCENDING, "desc", Order.DESCENDING);

  private ListDecoder() {}

  /// Get Chats Summary, of agents.
  public static Query agentChats(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    Fields pagination = request.objectOrNull("pagination");
    return new Query.Chats(
        call.caller(),
        ChatFilterDecoder.read(request),
        order(request),
        pagination == null ? pageById(request) : pageByNumber(request, pagination));
  }

  /// Get Chats Summary, of customers.
  public static Query customerChats(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new Query.Chats(
        call.caller(),
        ChatFilter.ALL,
        Order.DESCENDING,
        new Page.ByOffset(
            request.integer("offset", 0, 100, 0), request.integer("limit", 1, 25, 10)));
  }

  /// Get Chat Threads Summary, of agents.
  public static Query agentThreads(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new Query.Threads(
        call.caller(), ChatDecoder.chatId(request), order(request), pageById(request));
  }

  /// Get Chat Threads Summary, of customers.
  public static Query customerThreads(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new Query.Threads(
        call.caller(),
        ChatDecoder.chatId(request),
        Order.DESCENDING,
        new Page.ByOffset(
            request.integer("offset", 0, Integer.MAX_VALUE, 0),
            request.integer("limit", 1, 100, 25)));
  }

  /// Get Chat Threads. Without ids, and with an empty list of them, the server chooses.
  public static Query threadsWithEvents(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new Query.ThreadsWithEvents(
        call.caller(), ChatDecoder.chatId(request), threadIds(request));
  }

  private static @Nullable List<ThreadId> threadIds(Fields request) {
    List<String> ids = request.textsOrNull("thread_ids", MAX_THREADS, Text.ID);
    return ids == null || ids.isEmpty()
        ? null
        : ids.stream().distinct().map(ThreadId::new).toList();
  }

  /// `order`, which later versions call `sort_order`; newest first if it is absent.
  static Order order(Fields request) {
    Order order = request.choiceOrNull("order", ORDERS);
    if (order == null) {
      order = request.choiceOrNull("sort_order", ORDERS);
    }
    return order == null ? Order.DESCENDING : order;
  }

  /// A page by its id; the first one without.
  static Page.ById pageById(Fields request) {
    return new Page.ById(
        request.textOrNull("page_id", Text.TOKEN), request.integer("limit", 1, 100, 10));
  }

  /// Pages as in the documentation of 2019, which calls the limit `total`; the Go SDK calls it
  /// `limit`.
  static Page pageByNumber(Fields request, Fields pagination) {
    if (request.has("page_id")) {
      throw request.invalid("page_id", "can't be combined with pagination");
    }
    int limit = request.integer("limit", 0, 100, 25);
    limit = pagination.integer("total", 0, 100, limit);
    limit = pagination.integer("limit", 0, 100, limit);
    return new Page.ByNumber(pagination.integer("page", 1, 1000, 1), limit);
  }
}
