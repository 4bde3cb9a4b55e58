package io.parley.store.history;

import io.parley.core.Rejection;
import io.parley.core.chat.Chat;
import io.parley.core.query.Answer;
import io.parley.core.query.Answer.ChatSummary;
import io.parley.core.query.Query;
import io.parley.store.row.ChatRow;
import io.parley.store.row.Micros;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The chats that a viewer may see, sorted by the creation of their last threads.
final class ChatList implements Paging.Entries<ChatRow> {

  private final Reading reading;
  private final ChatConditions conditions;
  private final Paging paging;

  private ChatList(Reading reading, ChatConditions conditions, Paging paging) {
    this.reading = reading;
    this.conditions = conditions;
    this.paging = paging;
  }

  static Answer answer(Reading reading, Query.Chats query) {
    var list = "chats %s %s %s".formatted(reading.viewer().name(), query.order(), query.filter());
    Optional<Paging> paging = Paging.of(list, query.order(), query.page());
    return paging.isEmpty()
        ? new Answer.Refused(new Rejection.InvalidField("page_id", "is no page of this list"))
        : new ChatList(reading, new ChatConditions(query.filter()), paging.get()).answer();
  }

  private Answer answer() {
    Paging.Slice<ChatRow> page = paging.slice(rows(), this);
    List<Chat> chats = reading.whole(page.entries());
    var lastEvents = new LastEvents(reading);
    var perType = lastEvents.perType(chats);
    var unread = lastEvents.unread(chats);
    var summaries =
        chats.stream()
            .map(
                chat ->
                    new ChatSummary(
                        chat,
                        perType.getOrDefault(chat.id(), Map.of()),
                        unread.contains(chat.id())))
            .toList();
    return new Answer.Chats(
        summaries, total(), page.next(), page.previous(), reading.customersOf(chats));
  }

  private long total() {
    return conditions
        .bind(reading.query("select count(*) " + fromVisible()))
        .mapTo(Long.class)
        .one();
  }

  private List<ChatRow> rows() {
    var sql =
        """
        with page as (
          select c.* %1$s and %2$s
          order by c.last_thread_created_at %3$s, c.id %3$s
          limit :limit offset :offset)
        select %4$s
        from page c %5$s %6$s
        order by c.last_thread_created_at %3$s, c.id %3$s
        """
            .formatted(
                fromVisible(),
                beside(paging.at()),
                paging.direction(),
                ChatRow.COLUMNS,
                ChatRow.LAST_THREAD,
                reading.viewer().end());
    var query =
        conditions
            .bind(reading.query(sql))
            .bind("limit", paging.rowsToRead())
            .bind("offset", paging.offset());
    return Paging.bindSide(query, paging.at()).map((row, _) -> ChatRow.read(row)).list();
  }

  private String fromVisible() {
    return "from chat c where c.license_id = :license and "
        + reading.viewer().chats()
        + " and "
        + conditions.sql();
  }

  private String beside(@Nullable PageId side) {
    return paging.beside(side, "c.last_thread_created_at", "c.id");
  }

  @Override
  public PageId beside(ChatRow chat, boolean before) {
    return new PageId(before, Micros.of(chat.sortedAt()), chat.id().value());
  }

  @Override
  public boolean exists(PageId side) {
    var sql = "select exists (select " + fromVisible() + " and " + beside(side) + ")";
    return Paging.bindSide(conditions.bind(reading.query(sql)), side).mapTo(Boolean.class).one();
  }
}
