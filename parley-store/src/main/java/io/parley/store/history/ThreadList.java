package io.parley.store.history;

import io.parley.core.Rejection;
import io.parley.core.chat.ChatThread;
import io.parley.core.query.Answer;
import io.parley.core.query.Query;
import io.parley.store.row.ThreadRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The threads of a chat, without events, sorted by their ordinals.
final class ThreadList implements Paging.Entries<ChatThread> {

  private static final String FROM =
      "from thread t where t.license_id = :license and t.chat_id = :chat";

  private final Reading reading;
  private final String chatId;
  private final Paging paging;

  private ThreadList(Reading reading, String chatId, Paging paging) {
    this.reading = reading;
    this.chatId = chatId;
    this.paging = paging;
  }

  static Answer answer(Reading reading, Query.Threads query) {
    return switch (SeenChat.of(reading, query.chatId())) {
      case SeenChat.None(Rejection rejection) -> new Answer.Refused(rejection);
      case SeenChat.Of _ -> {
        String list =
            "threads %s %s %s".formatted(reading.viewer().name(), query.chatId(), query.order());
        Optional<Paging> paging = Paging.of(list, query.order(), query.page());
        yield paging.isEmpty()
            ? new Answer.Refused(new Rejection.InvalidField("page_id", "is no page of this list"))
            : new ThreadList(reading, query.chatId().value(), paging.get()).answer();
      }
    };
  }

  private Answer answer() {
    Paging.Slice<ChatThread> page = paging.slice(rows(), this);
    long total =
        reading.query("select count(*) " + FROM).bind("chat", chatId).mapTo(Long.class).one();
    return new Answer.Threads(page.entries(), total, page.next(), page.previous());
  }

  private List<ChatThread> rows() {
    var sql =
        """
        with page as (
          select t.* %1$s and %2$s order by t.ordinal %3$s limit :limit offset :offset)
        select %4$s from page t %5$s order by t.ordinal %3$s
        """
            .formatted(
                FROM,
                beside(paging.at()),
                paging.direction(),
                ThreadRow.COLUMNS,
                reading.viewer().end());
    return reading
        .query(sql)
        .bind("chat", chatId)
        .bind("limit", paging.rowsToRead())
        .bind("offset", paging.offset())
        .map((row, _) -> ThreadRow.read(row))
        .list();
  }

  private String beside(@Nullable PageId side) {
    return side == null ? "true" : "t.ordinal " + paging.comparison(side) + " " + side.key();
  }

  @Override
  public PageId beside(ChatThread thread, boolean before) {
    return new PageId(before, thread.ordinal(), "");
  }

  @Override
  public boolean exists(PageId side) {
    return reading
        .query("select exists (select " + FROM + " and " + beside(side) + ")")
        .bind("chat", chatId)
        .mapTo(Boolean.class)
        .one();
  }
}
