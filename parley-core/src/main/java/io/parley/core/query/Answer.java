package io.parley.core.query;

import io.parley.core.Rejection;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.customer.Customer;
import io.parley.core.event.Event;
import io.parley.core.event.EventType;
import io.parley.core.user.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer to a [Query]. What it holds is already limited to what the caller may see, events
/// for agents included.
public sealed interface Answer {

  /// The query is refused.
  record Refused(Rejection rejection) implements Answer {}

  /// Chats.
  ///
  /// @param total how many there are on all pages
  /// @param nextPageId null on the last page
  /// @param previousPageId null on the first page
  /// @param customers the customers of these chats
  record Chats(
      List<ChatSummary> chats,
      long total,
      @Nullable String nextPageId,
      @Nullable String previousPageId,
      Map<CustomerId, Customer> customers)
      implements Answer {}

  /// A chat with the newest event of each type.
  ///
  /// @param unreadEvents true if the caller has not seen the newest event by somebody else
  record ChatSummary(Chat chat, Map<EventType, LastEvent> lastEvents, boolean unreadEvents) {}

  /// The newest event of its type in a chat.
  ///
  /// @param threadOrdinal of the thread that it is in
  /// @param event null if the caller has no access to that thread
  record LastEvent(ThreadId threadId, int threadOrdinal, @Nullable Event event) {}

  /// Threads without events.
  ///
  /// @param total how many there are on all pages
  record Threads(
      List<ChatThread> threads,
      long total,
      @Nullable String nextPageId,
      @Nullable String previousPageId)
      implements Answer {}

  /// A chat with threads.
  ///
  /// @param threads the wanted ones, in the order of their ordinals
  /// @param allThreads every thread of the chat, for its table of contents
  record ChatWithThreads(
      Chat chat,
      List<ThreadWithEvents> threads,
      List<ThreadEntry> allThreads,
      Map<CustomerId, Customer> customers)
      implements Answer {}

  /// A thread with its events.
  ///
  /// @param events null if the caller has no access to the thread
  record ThreadWithEvents(ChatThread thread, @Nullable List<Event> events) {}

  /// One line of the table of contents of a chat.
  record ThreadEntry(ThreadId threadId, int ordinal) {}

  /// Threads with their chats; a chat is there as often as threads of it are.
  ///
  /// @param total how many there are on all pages
  /// @param nextPageId null on the last page
  /// @param previousPageId null on the first page
  /// @param customers the customers of these chats
  record Archives(
      List<ArchivedThread> threads,
      long total,
      @Nullable String nextPageId,
      @Nullable String previousPageId,
      Map<CustomerId, Customer> customers)
      implements Answer {}

  /// A thread with its events and its chat.
  ///
  /// @param chat as it is now, whichever thread is its last
  record ArchivedThread(Chat chat, ChatThread thread, List<Event> events) {}

  /// Customers.
  ///
  /// @param total how many there are on all pages
  /// @param nextPageId null on the last page
  /// @param previousPageId null on the first page
  record Customers(
      List<CustomerActivity> customers,
      long total,
      @Nullable String nextPageId,
      @Nullable String previousPageId)
      implements Answer {}

  /// One customer.
  record OneCustomer(CustomerActivity customer) implements Answer {}

  /// A customer, and when there was last something to read. System messages don't count.
  ///
  /// @param agentLastEventAt the newest event that an agent wrote in a chat of the customer; null
  /// if
  ///     there is none
  /// @param customerLastEventAt the newest event that the customer wrote; null if there is none
  record CustomerActivity(
      Customer customer,
      @Nullable Instant agentLastEventAt,
      @Nullable Instant customerLastEventAt) {}
}
