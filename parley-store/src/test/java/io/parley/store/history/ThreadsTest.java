package io.parley.store.history;

import static io.parley.store.history.Acme.ANNA;
import static io.parley.store.history.Acme.BERT;
import static io.parley.store.history.Acme.BILLING;
import static io.parley.store.history.Acme.CARL;
import static io.parley.store.history.Acme.DORA;
import static io.parley.store.history.Acme.SALES;
import static io.parley.store.history.Acme.as;
import static io.parley.store.history.Acme.text;
import static io.parley.store.history.Acme.whisper;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Rejection;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.query.Answer;
import io.parley.core.query.Answer.ThreadEntry;
import io.parley.core.query.Answer.ThreadWithEvents;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.core.user.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {

  private final Acme acme = new Acme();

  @AfterEach
  void close() {
    acme.close();
  }

  /// A chat of Carl's with that many threads, each with an event; the last is active.
  private ChatId chatWithThreads(int count) {
    ChatId chatId = acme.chat(CARL);
    for (int i = 1; i < count; i++) {
      acme.send(as(CARL), chatId, text("in thread " + i));
      acme.close(chatId);
      acme.activate(as(CARL), chatId);
    }
    acme.send(as(CARL), chatId, text("in the last thread"));
    return chatId;
  }

  @Test
  void shouldGiveTheWantedThreadsInTheirOrder() {
    ChatId chatId = chatWithThreads(4);
    var contents = acme.threads(as(CARL), chatId, null).allThreads();
    var third = contents.get(2).threadId();
    var first = contents.get(0).threadId();

    var answer = acme.threads(as(CARL), chatId, List.of(third, first, third));

    assertThat(answer.threads().stream().map(each -> each.thread().ordinal()))
        .containsExactly(1, 3);
    assertThat(answer.threads())
        .allSatisfy(
            each ->
                assertThat(each.events())
                    .isEqualTo(acme.conversation.events().get(each.thread().id())));
    assertThat(answer.chat()).isEqualTo(acme.conversation.live().chatOrNull(chatId));
    assertThat(answer.customers()).containsOnlyKeys(CARL);
    assertThat(contents.stream().map(ThreadEntry::ordinal)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void shouldGiveTheNewestThreadsByDefault() {
    int most = Query.ThreadsWithEvents.DEFAULT_THREADS;
    ChatId chatId = chatWithThreads(most + 2);

    for (var caller : List.of(as(CARL), as(ANNA, Reach.ALL))) {
      assertThat(acme.threads(caller, chatId, null).threads())
          .extracting(each -> each.thread().ordinal())
          .isEqualTo(IntStream.rangeClosed(3, most + 2).boxed().toList());
    }
  }

  @Test
  void shouldRefuseThreadsOfOtherChats() {
    ChatId chatId = acme.chat(CARL);
    ThreadId foreign = acme.lastThread(acme.chat(DORA));

    assertThat(acme.ask(new Query.ThreadsWithEvents(as(CARL), chatId, List.of(foreign))))
        .isEqualTo(
            new Answer.Refused(
                new Rejection.InvalidField("thread_ids", "thread " + foreign + " not found")));
  }

  @Test
  void shouldRefuseChatsThatAreUnknownOrForbidden() {
    ChatId doras = acme.chat(DORA);
    var unknown = new ChatId("NO\u0000SUCH");

    assertThat(acme.ask(new Query.ThreadsWithEvents(as(CARL), doras, null)))
        .isEqualTo(new Answer.Refused(new Rejection.ChatForbidden(doras)));
    assertThat(
            acme.ask(
                new Query.Threads(as(CARL), doras, Order.DESCENDING, new Page.ByOffset(0, 10))))
        .isEqualTo(new Answer.Refused(new Rejection.ChatForbidden(doras)));
    assertThat(acme.ask(new Query.ThreadsWithEvents(as(CARL), unknown, null)))
        .isEqualTo(new Answer.Refused(new Rejection.ChatNotFound(unknown)));
  }

  @Test
  void shouldNotGiveCustomersEventsForAgents() {
    ChatId chatId = acme.chat(CARL);
    var agent = as(ANNA, Reach.ALL);
    var one = acme.send(agent, chatId, text("one"));
    var two = acme.send(agent, chatId, whisper("two"));
    var three = acme.send(agent, chatId, text("three"));

    ThreadWithEvents forCarl = acme.threads(as(CARL), chatId, null).threads().getFirst();
    ThreadWithEvents forBert = acme.threads(as(BERT, Reach.ALL), chatId, null).threads().getFirst();

    assertThat(forCarl.events().stream().map(Event::id)).containsExactly(one, three);
    assertThat(forCarl.thread().eventCount()).isEqualTo(2);
    assertThat(forBert.events().stream().map(Event::id)).containsExactly(one, two, three);
  }

  @Test
  void shouldHideEventsOfThreadsThatTheAgentHasNoAccessTo() {
    ChatId chatId = acme.chat(CARL, BILLING);
    acme.send(as(CARL), chatId, text("about the bill"));
    ThreadId billing = acme.lastThread(chatId);
    acme.close(chatId);
    ThreadId sales = acme.activate(as(CARL), chatId, SALES);

    var forAnna = acme.threads(as(ANNA, Reach.ACCESS), chatId, List.of(billing, sales));
    var forOwner = acme.threads(as(BERT, Reach.ALL), chatId, List.of(billing, sales));

    assertThat(forAnna.threads().get(0).events()).isNull();
    assertThat(forAnna.threads().get(1).events()).isEmpty();
    assertThat(forOwner.threads().get(0).events()).hasSize(1);
  }

  @Test
  void shouldShowAThreadToAnAgentWhoWasInIt() {
    ChatId chatId = acme.chat(CARL, BILLING);
    acme.send(as(ANNA, Reach.ALL), chatId, text("from somebody of Sales"));
    ThreadId billing = acme.lastThread(chatId);
    acme.close(chatId);
    acme.activate(as(CARL), chatId);

    var forAnna = acme.threads(as(ANNA, Reach.ACCESS), chatId, List.of(billing));

    assertThat(forAnna.threads().getFirst().events()).hasSize(1);
  }

  @Test
  void shouldPageThreadsInBothOrders() {
    ChatId chatId = chatWithThreads(5);

    for (Order order : Order.values()) {
      var seen = new ArrayList<Integer>();
      var pages = new ArrayList<Answer.Threads>();
      String pageId = null;
      do {
        var page = page(chatId, order, new Page.ById(pageId, 2));
        pages.add(page);
        seen.addAll(ordinals(page));
        pageId = page.nextPageId();
      } while (pageId != null);

      assertThat(seen)
          .isEqualTo(order == Order.ASCENDING ? List.of(1, 2, 3, 4, 5) : List.of(5, 4, 3, 2, 1));
      var back = page(chatId, order, new Page.ById(pages.get(2).previousPageId(), 2));
      assertThat(ordinals(back)).isEqualTo(ordinals(pages.get(1)));
      assertThat(pages).allSatisfy(page -> assertThat(page.total()).isEqualTo(5));
      assertThat(pages.getFirst().previousPageId()).isNull();
    }
  }

  @Test
  void shouldPageThreadsByOffset() {
    ChatId chatId = chatWithThreads(4);

    var page = page(chatId, Order.DESCENDING, new Page.ByOffset(1, 2));

    assertThat(ordinals(page)).containsExactly(3, 2);
    assertThat(page.previousPageId()).isNotNull();
  }

  @Test
  void shouldCountTheEventsOfThreads() {
    ChatId chatId = chatWithThreads(2);

    var page = page(chatId, Order.ASCENDING, new Page.ById(null, 10));

    assertThat(page.threads().getLast())
        .isEqualTo(acme.conversation.live().chatOrNull(chatId).lastThread());
    assertThat(page.threads().stream().map(ChatThread::eventCount)).containsExactly(1, 1);
  }

  private Answer.Threads page(ChatId chatId, Order order, Page page) {
    return (Answer.Threads) acme.ask(new Query.Threads(as(CARL), chatId, order, page));
  }

  private static List<Integer> ordinals(Answer.Threads threads) {
    return threads.threads().stream().map(ChatThread::ordinal).toList();
  }
}
