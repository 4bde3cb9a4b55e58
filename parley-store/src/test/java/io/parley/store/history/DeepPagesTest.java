package io.parley.store.history;

import static io.parley.store.history.Acme.ANNA;
import static io.parley.store.history.Acme.BERT;
import static io.parley.store.history.Acme.CARL;
import static io.parley.store.history.Acme.SALES;
import static io.parley.store.history.Acme.as;
import static io.parley.store.history.Acme.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.access.AccessOperation;
import io.parley.core.chat.ChangeChatAccess;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ThreadId;
import io.parley.core.query.Answer;
import io.parley.core.query.ArchiveCondition;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pages far down a list that counts as long from four threads on.
class DeepPagesTest {
  private static final Caller.ByAgent OWNER = as(ANNA, Reach.ALL);
  private static final Caller.ByAgent SOMEBODY = as(BERT, Reach.ACCESS);

  private final AtomicLong nanos = new AtomicLong();
  private final Acme acme = new Acme(new LongLists(4, nanos::get));
  private final List<ChatId> chats = new ArrayList<>();
  private final List<ThreadId> threads = new ArrayList<>();

  @AfterEach
  void close() {
    acme.close();
  }

  private void begin(int count) {
    for (int i = 0; i < count; i++) {
      ChatId chatId = acme.chat(CARL);
      acme.send(as(CARL), chatId, text("a word"));
      chats.add(chatId);
      threads.add(acme.lastThread(chatId));
      acme.close(chatId);
    }
  }

  private Answer.Archives page(Caller caller, int number) {
    return acme.archives(
        caller, Order.DESCENDING, new Page.ByNumber(number, 2), new ArchiveCondition.Text("word"));
  }

  private Answer.Archives page(Caller caller, String id) {
    return acme.archives(
        caller, Order.DESCENDING, new Page.ById(id, 2), new ArchiveCondition.Text("word"));
  }

  private static List<ThreadId> ids(Answer.Archives page) {
    return Acme.threadIds(page);
  }

  @Test
  void shouldShowEveryPageOfALongList() {
    begin(9);

    for (Caller caller : List.of(OWNER, SOMEBODY)) {
      for (int round = 0; round < 2; round++) {
        for (int number = 1; number <= 4; number++) {
          assertThat(ids(page(caller, number)))
              .containsExactly(threads.get(10 - 2 * number), threads.get(9 - 2 * number));
        }
        assertThat(ids(page(caller, 5))).containsExactly(threads.getFirst());
        assertThat(page(caller, 5).nextPageId()).isNull();
        assertThat(ids(page(caller, page(caller, 5).previousPageId())))
            .isEqualTo(ids(page(caller, 4)));
        assertThat(ids(page(caller, page(caller, 3).nextPageId()))).isEqualTo(ids(page(caller, 4)));
        assertThat(ids(page(caller, 6))).isEmpty();
        assertThat(page(caller, 6).total()).isEqualTo(9);
      }
      acme.index();
    }
  }

  @Test
  void shouldCutAListIntoPagesAsItWasAMomentAgo() {
    begin(7);
    var second = ids(page(OWNER, 2));

    begin(1);

    assertThat(ids(page(OWNER, 1))).startsWith(threads.getLast());
    assertThat(ids(page(OWNER, 2))).isEqualTo(second);
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(ids(page(OWNER, 2))).containsExactly(threads.get(5), threads.get(4));
  }

  @Test
  void shouldShowNothingThatTheViewerMayNotSeeAnyMore() {
    begin(7);
    assertThat(ids(page(SOMEBODY, 2))).containsExactly(threads.get(4), threads.get(3));

    acme.conversation.does(new ChangeChatAccess(OWNER, chats.get(4), AccessOperation.SET, SALES));

    assertThat(ids(page(SOMEBODY, 2))).containsExactly(threads.get(3), threads.get(2));
    assertThat(ids(page(OWNER, 2))).containsExactly(threads.get(4), threads.get(3));
  }

  @Test
  void shouldGoOnBeyondTheEndThatAListHad() {
    begin(5);
    var ascending = new ArchiveCondition.Text("word");
    assertThat(ids(acme.archives(OWNER, Order.ASCENDING, new Page.ByNumber(3, 2), ascending)))
        .containsExactly(threads.get(4));

    begin(3);

    assertThat(ids(acme.archives(OWNER, Order.ASCENDING, new Page.ByNumber(4, 2), ascending)))
        .containsExactly(threads.get(6), threads.get(7));
  }
}
