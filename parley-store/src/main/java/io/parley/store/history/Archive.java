package io.parley.store.history;

import io.parley.core.Rejection;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.query.Answer;
import io.parley.core.query.Answer.ArchivedThread;
import io.parley.core.query.ArchiveCondition;
import io.parley.core.query.Query;
import io.parley.core.user.Caller;
import io.parley.store.row.ChatRow;
import io.parley.store.row.ThreadRow;
import io.parley.store.search.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Threads with their chats and events, sorted by the time at which they began.
final class Archive {

  /// A thread, and the chat that it is of.
  private record Found(ChatId chatId, ChatThread thread) {}

  private static final Answer NOTHING = new Answer.Archives(List.of(), 0, null, null, Map.of());

  private final Reading reading;

  private Archive(Reading reading) {
    this.reading = reading;
  }

  static Answer answer(Reading reading, Query.Archives query) {
    if (query.caller() instanceof Caller.ByCustomer) {
      return new Answer.Refused(new Rejection.Forbidden("Archives are for agents only"));
    }
    var list =
        "archives %s %s %s".formatted(reading.viewer().name(), query.order(), query.conditions());
    Optional<Paging> paging = Paging.of(list, query.order(), query.page());
    return paging.isEmpty()
        ? new Answer.Refused(new Rejection.InvalidField("page_id", "is no page of this list"))
        : new Archive(reading).answer(query.conditions(), paging.get());
  }

  private Answer answer(List<ArchiveCondition> wanted, Paging paging) {
    var words = new ArrayList<String>();
    for (ArchiveCondition condition : wanted) {
      if (condition instanceof ArchiveCondition.Text(String text) && !text.isBlank()) {
        List<String> found = Terms.ofText(reading.handle(), reading.viewer().licenseId(), text);
        if (found.isEmpty()) {
          return NOTHING;
        }
        words.addAll(found);
      }
    }
    var conditions = new ArchiveConditions(reading.viewer().licenseId(), wanted, words);
    reading.followIndexes();
    ThreadSource source =
        conditions.areOnTerms()
            ? new SearchedThreads(reading, conditions, paging)
            : new ThreadsByTime(reading, conditions, paging);
    Paging.Slice<ThreadSource.Entry> page = paging.slice(source.entries(), source);
    long seen = (long) paging.offset() + page.entries().size() + (page.next() == null ? 0 : 1);
    List<ThreadId> ids =
        page.entries().stream().map(entry -> new ThreadId(entry.threadId())).toList();
    List<Found> threads = threads(ids);
    Map<ChatId, Chat> chats = chats(threads);
    var events = reading.eventsOf(ids);
    var archived = new ArrayList<ArchivedThread>(threads.size());
    for (Found found : threads) {
      Chat chat = Objects.requireNonNull(chats.get(found.chatId()), "a thread has a chat");
      archived.add(
          new ArchivedThread(
              chat, found.thread(), events.getOrDefault(found.thread().id(), List.of())));
    }
    return new Answer.Archives(
        archived,
        Math.max(source.total(), page.entries().isEmpty() ? 0 : seen),
        page.next(),
        page.previous(),
        reading.customersOf(chats.values()));
  }

  private List<Found> threads(List<ThreadId> ids) {
    var found = new HashMap<ThreadId, Found>();
    reading
        .query(
            """
            select t.chat_id, %s
            from thread t %s
            where t.license_id = :license and t.id = any (:threads::text[])
            """
                .formatted(ThreadRow.COLUMNS, reading.viewer().end()))
        .bindArray("threads", String.class, ids.stream().map(ThreadId::value).toList())
        .map((row, _) -> new Found(new ChatId(row.getString("chat_id")), ThreadRow.read(row)))
        .forEach(each -> found.put(each.thread().id(), each));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private Map<ChatId, Chat> chats(List<Found> threads) {
    List<ChatRow> rows =
        reading
            .query(
                "select "
                    + ChatRow.COLUMNS
                    + " from chat c"
                    + ChatRow.LAST_THREAD
                    + reading.viewer().end()
                    + " where c.license_id = :license and c.id = any (:chats::text[])")
            .bindArray(
                "chats",
                String.class,
                threads.stream().map(found -> found.chatId().value()).distinct().toList())
            .map((row, _) -> ChatRow.read(row))
            .list();
    var chats = new LinkedHashMap<ChatId, Chat>();
    reading.whole(rows).forEach(chat -> chats.put(chat.id(), chat));
    return chats;
  }
}
