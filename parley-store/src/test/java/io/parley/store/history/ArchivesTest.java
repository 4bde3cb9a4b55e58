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
import io.parley.core.chat.TagThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.UpdateChatProperties;
import io.parley.core.chat.UpdateThreadProperties;
import io.parley.core.content.Goal;
import io.parley.core.customer.CheckGoals;
import io.parley.core.group.GroupId;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.query.Answer;
import io.parley.core.query.ArchiveCondition;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.core.query.ValueMatch;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArchivesTest {

  private static final Caller.ByAgent OWNER = as(ANNA, Reach.ALL);

  private final Acme acme = new Acme();

  @AfterEach
  void close() {
    acme.close();
  }

  /// A thread of a new chat, closed.
  private ThreadId thread(GroupId... groups) {
    ChatId chatId = acme.chat(CARL, groups);
    acme.send(as(CARL), chatId, text("closed"));
    ThreadId threadId = acme.lastThread(chatId);
    acme.close(chatId);
    return threadId;
  }

  /// What is found, whether it is in the index of texts or not.
  private List<ThreadId> find(Caller caller, ArchiveCondition... conditions) {
    List<ThreadId> found = acme.archives(caller, conditions);
    acme.index();
    assertThat(acme.archives(caller, conditions)).isEqualTo(found);
    return found;
  }

  private ChatId chatOf(ThreadId threadId) {
    return acme.archives(OWNER, Order.ASCENDING, new Page.ById(null, 1), oneOf(threadId))
        .threads()
        .getFirst()
        .chat()
        .id();
  }

  private static ArchiveCondition oneOf(ThreadId... threadIds) {
    return new ArchiveCondition.OneOf(List.of(threadIds));
  }

  @Test
  void shouldListEveryThreadWithItsChatAsItIsNow() {
    ChatId chatId = acme.chat(CARL);
    ThreadId first = acme.lastThread(chatId);
    var hello = acme.send(as(CARL), chatId, text("hello"));
    var psst = acme.send(OWNER, chatId, whisper("psst"));
    acme.close(chatId);
    ThreadId second = acme.activate(as(CARL), chatId);
    ChatId other = acme.chat(DORA);

    var answer = acme.archives(OWNER, Order.DESCENDING, new Page.ById(null, 10));

    assertThat(Acme.threadIds(answer)).containsExactly(acme.lastThread(other), second, first);
    assertThat(answer.total()).isEqualTo(3);
    var oldest = answer.threads().getLast();
    assertThat(oldest.chat()).isEqualTo(acme.conversation.live().chatOrNull(chatId));
    assertThat(oldest.events()).extracting(event -> event.id()).startsWith(hello, psst);
    assertThat(oldest.thread()).isEqualTo(acme.conversation.formerChats().get(first).lastThread());
    assertThat(answer.customers()).containsOnlyKeys(CARL, DORA);
    assertThat(acme.archives(OWNER, Order.ASCENDING, new Page.ById(null, 10)).threads().getFirst())
        .isEqualTo(oldest);
  }

  @Test
  void shouldFilterByTheTimeOfTheBeginning() {
    ThreadId first = thread();
    acme.conversation.pass(Duration.ofHours(1));
    Instant between = acme.conversation.now();
    acme.conversation.pass(Duration.ofHours(1));
    ThreadId second = thread();

    assertThat(find(OWNER, new ArchiveCondition.BegunFrom(between))).containsExactly(second);
    assertThat(find(OWNER, new ArchiveCondition.BegunBefore(between))).containsExactly(first);
    Instant begun =
        acme.archives(OWNER, Order.DESCENDING, new Page.ById(null, 1))
            .threads()
            .getFirst()
            .thread()
            .createdAt();
    assertThat(find(OWNER, new ArchiveCondition.BegunFrom(begun))).containsExactly(second);
    assertThat(find(OWNER, new ArchiveCondition.BegunBefore(begun))).containsExactly(first);
  }

  @Test
  void shouldFilterByAgentsGroupsAndIds() {
    ThreadId quiet = thread();
    acme.logIn(ANNA);
    ChatId annas = acme.chat(OWNER, Properties.NONE, BILLING);
    ThreadId withAnna = acme.lastThread(annas);
    ThreadId both = thread(SALES, BILLING);

    assertThat(find(OWNER, new ArchiveCondition.WithAgent(List.of(ANNA, BERT))))
        .contains(withAnna)
        .doesNotContain(quiet);
    assertThat(find(OWNER, new ArchiveCondition.WithAgent(List.of(BERT)))).isEmpty();
    assertThat(find(OWNER, new ArchiveCondition.OfGroup(List.of(BILLING))))
        .containsExactly(both, withAnna);
    assertThat(find(OWNER, new ArchiveCondition.OfGroup(List.of(GroupId.ALL))))
        .containsExactly(quiet);
    assertThat(find(OWNER, oneOf(quiet, both, new ThreadId("NONE"), new ThreadId("\0"))))
        .containsExactly(both, quiet);
  }

  @Test
  void shouldFilterByTags() {
    ThreadId none = thread();
    ThreadId one = thread();
    ThreadId two = thread();
    tag(one, "one");
    tag(two, "one");
    tag(two, "two");

    assertThat(tagged(new ValueMatch.Exists(true))).containsExactly(two, one);
    assertThat(tagged(new ValueMatch.Exists(false))).containsExactly(none);
    assertThat(tagged(new ValueMatch.OneOf(values("two", "three")))).containsExactly(two);
    assertThat(tagged(new ValueMatch.NoneOf(values("two")))).containsExactly(one, none);
    acme.conversation.does(new TagThread(OWNER, chatOf(two), two, "two", false));
    tag(none, "two");
    assertThat(tagged(new ValueMatch.OneOf(values("two")))).containsExactly(none);
  }

  private void tag(ThreadId threadId, String tag) {
    acme.conversation.does(new TagThread(OWNER, chatOf(threadId), threadId, tag, true));
  }

  private List<ThreadId> tagged(ValueMatch match) {
    return find(OWNER, new ArchiveCondition.OfTags(match));
  }

  private static List<PropertyValue> values(String... values) {
    return java.util.Arrays.stream(values).<PropertyValue>map(PropertyValue.Text::new).toList();
  }

  @Test
  void shouldFilterByPropertiesOfTheThreadOrElseOfTheChat() {
    ThreadId none = thread();
    ThreadId ofThread = thread();
    ThreadId ofChat = thread();
    ThreadId ofBoth = thread();
    set(ofThread, 1);
    setOnChat(ofChat, 1);
    set(ofBoth, 2);
    setOnChat(ofBoth, 1);
    List<PropertyValue> one = List.of(new PropertyValue.Whole(1));
    String name = "int_property";

    assertThat(with(new PropertyCondition.OneOf("test", name, one)))
        .containsExactly(ofChat, ofThread);
    assertThat(with(new PropertyCondition.NoneOf("test", name, one))).containsExactly(ofBoth, none);
    assertThat(with(new PropertyCondition.Exists("test", name, true)))
        .containsExactly(ofBoth, ofChat, ofThread);
    assertThat(with(new PropertyCondition.Exists("test", name, false))).containsExactly(none);
  }

  private void set(ThreadId threadId, int value) {
    acme.conversation.does(
        new UpdateThreadProperties(OWNER, chatOf(threadId), threadId, property(value)));
  }

  private void setOnChat(ThreadId threadId, int value) {
    acme.conversation.does(new UpdateChatProperties(OWNER, chatOf(threadId), property(value)));
  }

  private static Properties property(int value) {
    return Properties.of("test", "int_property", new PropertyValue.Whole(value));
  }

  private List<ThreadId> with(PropertyCondition condition) {
    return find(OWNER, new ArchiveCondition.OfProperty(condition));
  }

  @Test
  void shouldFindNoSales() {
    ThreadId thread = thread();
    var some = List.<PropertyValue>of(new PropertyValue.Whole(1));

    for (ValueMatch match : List.of(new ValueMatch.Exists(true), new ValueMatch.OneOf(some))) {
      assertThat(find(OWNER, new ArchiveCondition.OfSales(match))).isEmpty();
    }
    for (ValueMatch match : List.of(new ValueMatch.Exists(false), new ValueMatch.NoneOf(some))) {
      assertThat(find(OWNER, new ArchiveCondition.OfSales(match))).containsExactly(thread);
    }
  }

  private void reaches(CustomerId customer, int... goalIds) {
    List<Goal> goals =
        Arrays.stream(goalIds)
            .<Goal>mapToObj(id -> new Goal.OnPage(id, "Goal " + id, "/", false))
            .toList();
    acme.conversation.does(new CheckGoals(as(customer), GroupId.ALL, "/", List.of(), goals));
  }

  private List<ThreadId> withGoals(ValueMatch match) {
    return find(OWNER, new ArchiveCondition.OfGoals(match));
  }

  @Test
  void shouldFilterByTheGoalsThatWereReachedInAThreadOrSince() {
    reaches(CARL, 1);
    ThreadId before = thread();
    ChatId chatId = acme.chat(CARL);
    reaches(CARL, 1);
    ThreadId active = acme.lastThread(chatId);
    assertThat(withGoals(new ValueMatch.Exists(true))).containsExactly(active);
    acme.close(chatId);
    acme.index();
    reaches(CARL, 2);
    ChatId ofDora = acme.chat(DORA);
    acme.close(ofDora);
    reaches(DORA, 3);
    ThreadId other = acme.lastThread(ofDora);

    var two = List.<PropertyValue>of(new PropertyValue.Whole(2), new PropertyValue.Whole(9));
    assertThat(withGoals(new ValueMatch.Exists(true))).containsExactlyInAnyOrder(active, other);
    assertThat(withGoals(new ValueMatch.Exists(false))).containsExactly(before);
    assertThat(withGoals(new ValueMatch.OneOf(two))).containsExactly(active);
    assertThat(withGoals(new ValueMatch.NoneOf(two))).containsExactlyInAnyOrder(before, other);
    assertThat(withGoals(new ValueMatch.OneOf(List.of(new PropertyValue.Whole(1L << 40 | 2)))))
        .isEmpty();
  }

  @Test
  void shouldShowAgentsTheThreadsThatTheyMaySee() {
    acme.logIn(ANNA);
    ThreadId forAll = thread();
    ThreadId forSales = thread(SALES);
    ThreadId forBilling = thread(BILLING);
    ChatId moved = acme.chat(DORA, BILLING);
    ThreadId hidden = acme.send(as(DORA), moved, text("closed")).threadId();
    acme.close(moved);
    ThreadId shown = acme.activate(as(DORA), moved, SALES);
    acme.index();

    for (var condition :
        List.of(List.<ArchiveCondition>of(), List.of(new ArchiveCondition.Text("closed")))) {
      var conditions = condition.toArray(new ArchiveCondition[0]);
      assertThat(find(OWNER, conditions)).contains(forAll, forSales, forBilling, hidden);
      assertThat(find(as(BERT, Reach.ACCESS), conditions))
          .contains(forAll)
          .doesNotContain(forSales, forBilling, hidden, shown);
      assertThat(find(as(BERT, Reach.MY), conditions)).isEmpty();
    }
    assertThat(find(as(ANNA, Reach.ACCESS)))
        .contains(forAll, forSales, shown)
        .doesNotContain(hidden);
    assertThat(
            acme.archives(as(BERT, Reach.ACCESS), Order.DESCENDING, new Page.ById(null, 9)).total())
        .isEqualTo(1);
  }

  @Test
  void shouldNeverShowArchivesToCustomers() {
    thread();

    var answer =
        acme.ask(
            new Query.Archives(as(CARL), List.of(), Order.DESCENDING, new Page.ById(null, 10)));

    assertThat(answer)
        .isEqualTo(new Answer.Refused(new Rejection.Forbidden("Archives are for agents only")));
  }

  @Test
  void shouldNotMixLicenses() {
    ThreadId thread = thread();
    acme.send(as(CARL), chatOf(thread), text("common"));
    acme.index();
    try (var other = new Acme()) {
      assertThat(other.archives(OWNER)).isEmpty();
      assertThat(other.archives(OWNER, new ArchiveCondition.Text("common"))).isEmpty();
      assertThat(other.archives(OWNER, oneOf(thread))).isEmpty();
    }
    assertThat(find(OWNER, new ArchiveCondition.Text("common"))).containsExactly(thread);
  }

  @Test
  void shouldPageWithoutGapsAndRepetitionsWhileThreadsBegin() {
    var all = new ArrayList<ThreadId>();
    for (int i = 0; i < 7; i++) {
      all.add(thread());
      acme.send(as(CARL), chatOf(all.getLast()), text("word " + i));
    }
    for (var condition : List.of(List.<ArchiveCondition>of(), List.of(wordCondition()))) {
      for (Caller caller : List.of(OWNER, as(BERT, Reach.ACCESS))) {
        var conditions = condition.toArray(new ArchiveCondition[0]);
        var first = page(caller, null, conditions);
        ThreadId between = thread();
        acme.send(as(CARL), chatOf(between), text("word"));
        var second = page(caller, first.nextPageId(), conditions);
        acme.index();
        var third = page(caller, second.nextPageId(), conditions);
        all.addLast(between);

        int last = all.size() - 2;
        assertThat(Acme.threadIds(first))
            .containsExactly(all.get(last), all.get(last - 1), all.get(last - 2));
        assertThat(Acme.threadIds(second))
            .containsExactly(all.get(last - 3), all.get(last - 4), all.get(last - 5));
        assertThat(Acme.threadIds(third)).startsWith(all.get(last - 6));
        assertThat(first.previousPageId()).isNull();
        assertThat(second.total()).isEqualTo(all.size());
        assertThat(page(caller, third.previousPageId(), conditions)).isEqualTo(second);
        assertThat(Acme.threadIds(page(caller, second.previousPageId(), conditions)))
            .isEqualTo(Acme.threadIds(first));
      }
    }
  }

  private static ArchiveCondition wordCondition() {
    return new ArchiveCondition.Text("word");
  }

  private Answer.Archives page(Caller caller, String pageId, ArchiveCondition... conditions) {
    return acme.archives(caller, Order.DESCENDING, new Page.ById(pageId, 3), conditions);
  }

  @Test
  void shouldPageByNumber() {
    var all = new ArrayList<ThreadId>();
    for (int i = 0; i < 5; i++) {
      all.add(thread());
      acme.send(as(CARL), chatOf(all.getLast()), text("word"));
    }
    for (Caller caller : List.of(OWNER, as(BERT, Reach.ACCESS))) {
      for (var condition : List.of(List.<ArchiveCondition>of(), List.of(wordCondition()))) {
        var conditions = condition.toArray(new ArchiveCondition[0]);
        var second = acme.archives(caller, Order.ASCENDING, new Page.ByNumber(2, 2), conditions);

        assertThat(Acme.threadIds(second)).containsExactly(all.get(2), all.get(3));
        assertThat(second.total()).isEqualTo(5);
        assertThat(
                Acme.threadIds(
                    acme.archives(
                        caller,
                        Order.ASCENDING,
                        new Page.ById(second.nextPageId(), 9),
                        conditions)))
            .containsExactly(all.get(4));
        assertThat(acme.archives(caller, Order.ASCENDING, new Page.ByNumber(9, 2), conditions))
            .isEqualTo(new Answer.Archives(List.of(), 5, null, null, Map.of()));
        assertThat(
                acme.archives(caller, Order.ASCENDING, new Page.ByNumber(1, 0), conditions).total())
            .isEqualTo(5);
      }
    }
  }

  @Test
  void shouldRefusePageIdsOfOtherLists() {
    for (int i = 0; i < 3; i++) {
      thread();
    }
    String next = acme.archives(OWNER, Order.DESCENDING, new Page.ById(null, 1)).nextPageId();
    var refusal =
        new Answer.Refused(new Rejection.InvalidField("page_id", "is no page of this list"));
    var page = new Page.ById(next, 1);

    var others =
        List.of(
            new Query.Archives(OWNER, List.of(), Order.ASCENDING, page),
            new Query.Archives(as(BERT, Reach.ALL), List.of(), Order.DESCENDING, page),
            new Query.Archives(OWNER, List.of(wordCondition()), Order.DESCENDING, page));

    assertThat(others).allSatisfy(query -> assertThat(acme.ask(query)).isEqualTo(refusal));
    assertThat(acme.archives(OWNER, Order.DESCENDING, page).threads()).hasSize(1);
  }
}
