package io.parley.store.history;

import io.parley.core.Rejection;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.query.Answer;
import io.parley.core.query.Answer.ThreadEntry;
import io.parley.core.query.Answer.ThreadWithEvents;
import io.parley.core.query.Query;
import io.parley.store.row.ThreadRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// A chat with some of its threads and their events.
final class ChatThreads {

  /// A thread, and whether the viewer may see its events.
  private record Found(ChatThread thread, boolean readable) {}

  private final Reading reading;
  private final Chat chat;

  private ChatThreads(Reading reading, Chat chat) {
    this.reading = reading;
    this.chat = chat;
  }

  static Answer answer(Reading reading, Query.ThreadsWithEvents query) {
    return switch (SeenChat.of(reading, query.chatId())) {
      case SeenChat.None(Rejection rejection) -> new Answer.Refused(rejection);
      case SeenChat.Of(Chat chat) -> new ChatThreads(reading, chat).answer(query);
    };
  }

  private Answer answer(Query.ThreadsWithEvents query) {
    List<ThreadEntry> contents = contents();
    List<ThreadId> wanted = query.threadIds() == null ? newest(contents) : query.threadIds();
    var known = new HashSet<ThreadId>();
    contents.forEach(entry -> known.add(entry.threadId()));
    for (ThreadId threadId : wanted) {
      if (!known.contains(threadId)) {
        return new Answer.Refused(
            new Rejection.InvalidField("thread_ids", "thread " + threadId + " not found"));
      }
    }
    return new Answer.ChatWithThreads(
        chat, threads(wanted), contents, reading.customersOf(List.of(chat)));
  }

  private static List<ThreadId> newest(List<ThreadEntry> contents) {
    return contents.stream()
        .skip(Math.max(0, contents.size() - Query.ThreadsWithEvents.DEFAULT_THREADS))
        .map(ThreadEntry::threadId)
        .toList();
  }

  private List<ThreadEntry> contents() {
    return reading
        .query(
            """
            select t.id, t.ordinal from thread t
            where t.license_id = :license and t.chat_id = :chat
            order by t.ordinal
            """)
        .bind("chat", chat.id().value())
        .map((row, _) -> new ThreadEntry(new ThreadId(row.getString("id")), row.getInt("ordinal")))
        .list();
  }

  private List<ThreadWithEvents> threads(List<ThreadId> wanted) {
    List<Found> found =
        reading
            .query(
                """
                select %s as readable, %s
                from thread t %s
                where t.license_id = :license and t.id = any (:threads::text[])
                order by t.ordinal
                """
                    .formatted(
                        reading.viewer().threads(), ThreadRow.COLUMNS, reading.viewer().end()))
            .bindArray("threads", String.class, values(wanted))
            .map((row, _) -> new Found(ThreadRow.read(row), row.getBoolean("readable")))
            .list();
    var readable = found.stream().filter(Found::readable).map(each -> each.thread().id()).toList();
    Map<ThreadId, List<Event>> events = reading.eventsOf(readable);
    return found.stream()
        .map(
            each ->
                new ThreadWithEvents(
                    each.thread(),
                    each.readable() ? events.getOrDefault(each.thread().id(), List.of()) : null))
        .toList();
  }

  private static List<String> values(List<ThreadId> threadIds) {
    return threadIds.stream().map(ThreadId::value).toList();
  }
}
