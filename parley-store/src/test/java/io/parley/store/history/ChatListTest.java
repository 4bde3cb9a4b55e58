package io.parley.store.history;

import static io.parley.store.history.Acme.ANNA;
import static io.parley.store.history.Acme.BERT;
import static io.parley.store.history.Acme.BILLING;
import static io.parley.store.history.Acme.CARL;
import static io.parley.store.history.Acme.DORA;
import static io.parley.store.history.Acme.SALES;
import static io.parley.store.history.Acme.as;
import static io.parley.store.history.Acme.custom;
import static io.parley.store.history.Acme.text;
import static io.parley.store.history.Acme.whisper;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Rejection;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.FollowChat;
import io.parley.core.chat.MarkEventsAsSeen;
import io.parley.core.event.EventType;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.query.Answer;
import io.parley.core.query.Answer.ChatSummary;
import io.parley.core.query.ChatFilter;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatListTest {

  private final Acme acme = new Acme();

  @AfterEach
  void close() {
    acme.close();
  }

  @Test
  void shouldListTheChatThatWasActivatedLastFirst() {
    ChatId first = acme.chat(CARL);
    ChatId second = acme.chat(DORA);
    acme.close(first);
    acme.activate(as(CARL), first);

    assertThat(acme.chatIds(as(ANNA, Reach.ALL))).containsExactly(first, second);
    assertThat(
            Acme.ids(
                acme.chats(
                    as(ANNA, Reach.ALL), ChatFilter.ALL, Order.ASCENDING, new Page.ById(null, 10))))
        .containsExactly(second, first);
  }

  @Test
  void shouldGiveChatsAsTheyAreLive() {
    ChatId chatId = acme.chat(CARL);
    acme.send(as(ANNA, Reach.ALL), chatId, text("hello"));
    acme.conversation.does(new FollowChat(as(BERT, Reach.ALL), chatId));
    acme.conversation.does(new MarkEventsAsSeen(as(CARL), chatId, acme.conversation.now()));

    Answer.Chats chats = acme.chats(as(BERT, Reach.ALL));

    Chat live = acme.conversation.live().chatOrNull(chatId);
    assertThat(chats.chats()).singleElement().extracting(ChatSummary::chat).isEqualTo(live);
    assertThat(chats.customers())
        .containsOnly(java.util.Map.entry(CARL, acme.conversation.live().customerOrNull(CARL)));
  }

  @Test
  void shouldListForAnAgentWhatTheTokenReaches() {
    ChatId forAll = acme.chat(CARL);
    ChatId forSales = acme.chat(CARL, SALES);
    ChatId forBilling = acme.chat(CARL, BILLING);
    acme.logIn(ANNA);
    ChatId annas = acme.chat(as(ANNA, Reach.ALL), Properties.NONE, BILLING);

    assertThat(acme.chatIds(as(ANNA, Reach.ALL)))
        .containsExactlyInAnyOrder(annas, forBilling, forSales, forAll);
    List<ChatId> reached = acme.chatIds(as(ANNA, Reach.ACCESS));
    assertThat(reached).contains(annas, forSales, forAll).doesNotContain(forBilling);
    assertThat(acme.chatIds(as(BERT, Reach.ACCESS))).containsExactly(forAll);
    assertThat(acme.chatIds(as(ANNA, Reach.MY))).contains(annas).doesNotContain(forBilling);
    assertThat(acme.chatIds(as(BERT, Reach.MY))).isEmpty();
  }

  @Test
  void shouldSayTheSameAsTheCoreAboutEveryAccess() {
    acme.logIn(ANNA);
    var chats =
        List.of(
            acme.chat(CARL),
            acme.chat(DORA, SALES),
            acme.chat(CARL, BILLING),
            acme.chat(as(BERT, Reach.ALL), Properties.NONE, BILLING));
    acme.close(chats.getFirst());
    var callers = new ArrayList<Caller>(List.of(as(CARL), as(DORA), new Caller.BySystem()));
    for (Reach reach : Reach.values()) {
      callers.add(as(ANNA, reach));
      callers.add(as(BERT, reach));
    }

    for (Caller caller : callers) {
      var inCore =
          chats.stream()
              .filter(
                  chat ->
                      acme.conversation.live().sight(caller, chat)
                          instanceof io.parley.core.chat.Sight.Of)
              .toList();
      assertThat(acme.chatIds(caller))
          .as(caller.toString())
          .containsExactlyInAnyOrderElementsOf(inCore);
      for (ChatId chat : chats) {
        var answer =
            acme.ask(new Query.Threads(caller, chat, Order.ASCENDING, new Page.ById(null, 1)));
        assertThat(answer instanceof Answer.Threads).isEqualTo(inCore.contains(chat));
      }
    }
  }

  @Test
  void shouldShowCustomersTheirOwnChatsOnly() {
    ChatId carls = acme.chat(CARL);
    acme.chat(DORA);

    assertThat(acme.chatIds(as(CARL))).containsExactly(carls);
    assertThat(acme.chats(as(CARL)).total()).isEqualTo(1);
  }

  @Test
  void shouldNotMixLicenses() {
    acme.chat(CARL);
    try (var other = new Acme()) {
      assertThat(other.chatIds(as(ANNA, Reach.ALL))).isEmpty();
    }
  }

  @Test
  void shouldLeaveOutActiveChatsWhenAskedTo() {
    ChatId closed = acme.chat(CARL);
    acme.chat(CARL);
    acme.close(closed);

    assertThat(acme.chatIds(as(ANNA, Reach.ALL), new ChatFilter(false, null, List.of())))
        .containsExactly(closed);
  }

  @Test
  void shouldFilterByGroups() {
    acme.chat(CARL);
    ChatId sales = acme.chat(CARL, SALES);
    ChatId both = acme.chat(CARL, SALES, BILLING);

    assertThat(acme.chatIds(as(ANNA, Reach.ALL), new ChatFilter(true, List.of(SALES), List.of())))
        .containsExactly(both, sales);
    assertThat(acme.chatIds(as(ANNA, Reach.ALL), new ChatFilter(true, List.of(BILLING), List.of())))
        .containsExactly(both);
    assertThat(acme.chatIds(as(ANNA, Reach.ALL), new ChatFilter(true, List.of(), List.of())))
        .isEmpty();
  }

  @Test
  void shouldFilterByPropertiesOfTheChat() {
    var agent = as(ANNA, Reach.ALL);
    ChatId none = acme.chat(agent, Properties.NONE);
    ChatId text =
        acme.chat(agent, Properties.of("test", "string_property", new PropertyValue.Text("1")));
    ChatId one =
        acme.chat(agent, Properties.of("test", "int_property", new PropertyValue.Whole(1)));
    ChatId two =
        acme.chat(agent, Properties.of("test", "int_property", new PropertyValue.Whole(2)));

    assertThat(filtered(new PropertyCondition.Exists("test", "int_property", true)))
        .containsExactly(two, one);
    assertThat(filtered(new PropertyCondition.Exists("test", "int_property", false)))
        .containsExactly(text, none);
    assertThat(filtered(oneOf("string_property", new PropertyValue.Text("1"))))
        .containsExactly(text);
    assertThat(filtered(oneOf("string_property", new PropertyValue.Whole(1)))).isEmpty();
    assertThat(
            filtered(oneOf("int_property", new PropertyValue.Whole(1), new PropertyValue.Whole(2))))
        .containsExactly(two, one);
    assertThat(filtered(noneOf("int_property", new PropertyValue.Whole(1))))
        .containsExactly(two, text, none);
    assertThat(
            filtered(
                new PropertyCondition.Exists("test", "int_property", true),
                noneOf("int_property", new PropertyValue.Whole(1))))
        .containsExactly(two);
  }

  private static PropertyCondition oneOf(String name, PropertyValue... values) {
    return new PropertyCondition.OneOf("test", name, List.of(values));
  }

  private static PropertyCondition noneOf(String name, PropertyValue... values) {
    return new PropertyCondition.NoneOf("test", name, List.of(values));
  }

  private List<ChatId> filtered(PropertyCondition... conditions) {
    return acme.chatIds(as(ANNA, Reach.ALL), new ChatFilter(true, null, List.of(conditions)));
  }

  @Test
  void shouldGiveTheLastEventOfEachType() {
    ChatId chatId = acme.chat(CARL);
    acme.send(as(CARL), chatId, text("old"));
    acme.send(as(CARL), chatId, custom());
    var message = acme.send(as(CARL), chatId, text("new"));
    acme.close(chatId);
    acme.activate(as(CARL), chatId);
    var second = acme.send(as(CARL), chatId, custom());

    ChatSummary summary = acme.chats(as(ANNA, Reach.ALL)).chats().getFirst();

    assertThat(summary.lastEvents()).containsOnlyKeys(EventType.MESSAGE, EventType.CUSTOM);
    var lastMessage = summary.lastEvents().get(EventType.MESSAGE);
    assertThat(lastMessage.threadOrdinal()).isEqualTo(1);
    assertThat(lastMessage.event().id()).isEqualTo(message);
    var lastCustom = summary.lastEvents().get(EventType.CUSTOM);
    assertThat(lastCustom.threadOrdinal()).isEqualTo(2);
    assertThat(lastCustom.event().id()).isEqualTo(second);
  }

  @Test
  void shouldNeverShowCustomersWhatIsForAgents() {
    ChatId chatId = acme.chat(CARL);
    var seen = acme.send(as(ANNA, Reach.ALL), chatId, text("for all"));
    acme.conversation.does(new MarkEventsAsSeen(as(CARL), chatId, acme.conversation.now()));
    var whispered = acme.send(as(ANNA, Reach.ALL), chatId, whisper("for agents"));

    ChatSummary forCarl = acme.chats(as(CARL)).chats().getFirst();
    ChatSummary forBert = acme.chats(as(BERT, Reach.ALL)).chats().getFirst();

    assertThat(forCarl.lastEvents().get(EventType.MESSAGE).event().id()).isEqualTo(seen);
    assertThat(forCarl.chat().lastThread().eventCount()).isEqualTo(1);
    assertThat(forCarl.unreadEvents()).isFalse();
    assertThat(forBert.lastEvents().get(EventType.MESSAGE).event().id()).isEqualTo(whispered);
    assertThat(forBert.chat().lastThread().eventCount()).isEqualTo(2);
  }

  @Test
  void shouldHideLastEventsInThreadsThatTheAgentHasNoAccessTo() {
    ChatId chatId = acme.chat(CARL, BILLING);
    var hidden = acme.send(as(CARL), chatId, text("about the bill"));
    acme.close(chatId);
    acme.activate(as(CARL), chatId, SALES);

    var forAnna = acme.chats(as(ANNA, Reach.ACCESS)).chats().getFirst();
    var forOwner = acme.chats(as(ANNA, Reach.ALL)).chats().getFirst();

    var last = forAnna.lastEvents().get(EventType.MESSAGE);
    assertThat(last.threadId()).isEqualTo(hidden.threadId());
    assertThat(last.event()).isNull();
    assertThat(forAnna.unreadEvents()).isFalse();
    assertThat(forOwner.lastEvents().get(EventType.MESSAGE).event().id()).isEqualTo(hidden);
  }

  @Test
  void shouldSayWhetherSomebodyElseWroteSinceTheCallerLooked() {
    ChatId chatId = acme.chat(CARL);
    assertThat(unread(as(CARL))).isFalse();

    acme.send(as(CARL), chatId, text("mine"));
    assertThat(unread(as(CARL))).isFalse();

    acme.send(as(ANNA, Reach.ALL), chatId, text("yours"));
    assertThat(unread(as(CARL))).isTrue();

    acme.conversation.does(new MarkEventsAsSeen(as(CARL), chatId, acme.conversation.now()));
    acme.send(as(CARL), chatId, text("mine again"));
    assertThat(unread(as(CARL))).isFalse();
  }

  private boolean unread(Caller caller) {
    return acme.chats(caller).chats().getFirst().unreadEvents();
  }

  @Test
  void shouldPageWithoutGapsAndRepetitionsWhileChatsAreStarted() {
    var all = new ArrayList<ChatId>();
    for (int i = 0; i < 7; i++) {
      all.add(acme.chat(CARL));
    }

    Answer.Chats first = page(null);
    acme.chat(DORA);
    acme.close(all.get(5));
    acme.activate(as(CARL), all.get(5));
    Answer.Chats second = page(first.nextPageId());
    Answer.Chats third = page(second.nextPageId());

    assertThat(Acme.ids(first)).containsExactly(all.get(6), all.get(5), all.get(4));
    assertThat(Acme.ids(second)).containsExactly(all.get(3), all.get(2), all.get(1));
    assertThat(Acme.ids(third)).containsExactly(all.get(0));
    assertThat(first.previousPageId()).isNull();
    assertThat(third.nextPageId()).isNull();
    assertThat(first.total()).isEqualTo(7);
    assertThat(second.total()).isEqualTo(8);
  }

  @Test
  void shouldPageBackwards() {
    var all = new ArrayList<ChatId>();
    for (int i = 0; i < 7; i++) {
      all.add(acme.chat(CARL));
    }
    Answer.Chats third = page(page(page(null).nextPageId()).nextPageId());

    Answer.Chats second = page(third.previousPageId());
    Answer.Chats first = page(second.previousPageId());

    assertThat(Acme.ids(second)).containsExactly(all.get(3), all.get(2), all.get(1));
    assertThat(Acme.ids(page(second.nextPageId()))).containsExactly(all.get(0));
    assertThat(Acme.ids(first)).containsExactly(all.get(6), all.get(5), all.get(4));
    assertThat(first.previousPageId()).isNull();
    assertThat(first.nextPageId()).isNotNull();
  }

  private Answer.Chats page(String pageId) {
    return acme.chats(
        as(ANNA, Reach.ALL), ChatFilter.ALL, Order.DESCENDING, new Page.ById(pageId, 3));
  }

  @Test
  void shouldPageByOffsetAndByNumber() {
    var all = new ArrayList<ChatId>();
    for (int i = 0; i < 5; i++) {
      all.add(acme.chat(CARL));
    }

    assertThat(Acme.ids(by(new Page.ByOffset(1, 2)))).containsExactly(all.get(3), all.get(2));
    assertThat(Acme.ids(by(new Page.ByOffset(9, 2)))).isEmpty();
    assertThat(Acme.ids(by(new Page.ByNumber(3, 2)))).containsExactly(all.get(0));
    assertThat(by(new Page.ByNumber(3, 2)).total()).isEqualTo(5);
    assertThat(Acme.ids(page(by(new Page.ByNumber(1, 2)).nextPageId())))
        .containsExactly(all.get(2), all.get(1), all.get(0));
  }

  private Answer.Chats by(Page page) {
    return acme.chats(as(ANNA, Reach.ALL), ChatFilter.ALL, Order.DESCENDING, page);
  }

  @Test
  void shouldRefusePageIdsOfOtherLists() {
    for (int i = 0; i < 4; i++) {
      acme.chat(CARL);
    }
    String next = page(null).nextPageId();
    var refusal =
        new Answer.Refused(new Rejection.InvalidField("page_id", "is no page of this list"));
    var page = new Page.ById(next, 3);
    var anna = as(ANNA, Reach.ALL);
    var others =
        List.of(
            new Query.Chats(anna, ChatFilter.ALL, Order.ASCENDING, page),
            new Query.Chats(as(BERT, Reach.ALL), ChatFilter.ALL, Order.DESCENDING, page),
            new Query.Chats(as(ANNA, Reach.MY), ChatFilter.ALL, Order.DESCENDING, page),
            new Query.Chats(anna, new ChatFilter(false, null, List.of()), Order.DESCENDING, page),
            new Query.Chats(anna, ChatFilter.ALL, Order.DESCENDING, new Page.ById("x", 3)),
            new Query.Chats(anna, ChatFilter.ALL, Order.DESCENDING, new Page.ById("\u0000", 3)));

    assertThat(others).allSatisfy(query -> assertThat(acme.ask(query)).isEqualTo(refusal));
    assertThat(
            acme.ask(
                new Query.Chats(anna, ChatFilter.ALL, Order.DESCENDING, new Page.ById(next, 1))))
        .isInstanceOf(Answer.Chats.class);
  }
}
