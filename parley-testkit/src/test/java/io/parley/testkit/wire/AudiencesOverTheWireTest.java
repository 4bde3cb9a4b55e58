package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import io.parley.testkit.TestUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Each push reaches exactly those for whom it is, on all of their connections.
@ExtendWith(NoErrorsLogged.class)
class AudiencesOverTheWireTest {
  private static final String RICH_MESSAGE =
      """
      {chat_id: '%s', event: {type: 'rich_message', recipients: 'all', template_id: 'quick_replies',
        elements: [{title: 'Sure?', buttons: [
          {text: 'Yes', postback_id: 'yes', user_ids: []}, {text: 'No', postback_id: 'no', user_ids: []}]}]}}""";
  private static final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100)
              .group(1, "Sales")
              .group(2, "Support")
              .agent("anna@example.com", 1)
              .agent("ben@example.com", 1)
              .agent("cleo@example.com", 2));

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void dismiss() {
    server.dismiss();
  }

  private static void whispers(TestUser user, TestChat chat, String text) {
    user.does(
        "send_event",
        "{chat_id: '%s', event: {type: 'message', text: '%s', recipients: 'agents'}}",
        chat.id(),
        text);
  }

  @Test
  void shouldTellAgentsWithAccessOfKeyChangesOnly() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);
    var ben = server.agent("ben@example.com");
    var cleo = server.agent("cleo@example.com");

    carl.says(chat, "Is anybody there?");
    anna.hears(chat, "Is anybody there?");
    anna.does("send_typing_indicator", "{chat_id: '%s', is_typing: true}", chat.id());
    carl.does("send_sneak_peek", "{chat_id: '%s', sneak_peek_text: 'Ty'}", chat.id());
    anna.does("close_thread", "{chat_id: '%s'}", chat.id());

    ben.sees("thread_closed", chat);
    ben.sawNo("incoming_event");
    ben.sawNo("incoming_sneak_peek");
    cleo.sawNo("thread_closed");
    assertThat(cleo.connection().waitingFrames().toString()).doesNotContain(chat.id());
  }

  @Test
  void shouldTellFollowersEverythingUntilTheyUnfollow() {
    server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);
    var ben = server.agent("ben@example.com");

    assertThat(ben.does("follow_chat", "{chat_id: '%s'}", chat.id()).path("chat_id").asText())
        .isEqualTo(chat.id());
    JsonNode followed = ben.sees("incoming_chat_thread", chat);
    assertThat(followed.at("/chat/thread/events/0/text").asText()).isEqualTo("Hello");
    carl.says(chat, "One");
    ben.hears(chat, "One");
    assertThat(ben.does("unfollow_chat", "{chat_id: '%s'}", chat.id()).path("chat_id").asText())
        .isEqualTo(chat.id());
    carl.says(chat, "Two");
    ben.sawNo("incoming_event");
  }

  @Test
  void shouldForgetFollowersWhenTheChatIsActivatedAgain() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);
    var ben = server.agent("ben@example.com");
    ben.does("follow_chat", "{chat_id: '%s'}", chat.id());
    ben.does("update_agent", "{routing_status: 'not_accepting_chats'}");

    anna.does("close_thread", "{chat_id: '%s'}", chat.id());
    carl.does("activate_chat", "{chat: {id: '%s'}}", chat.id());
    carl.says(chat, "Again");

    anna.hears(chat, "Again");
    ben.catchUp();
    assertThat(
            ben.connection().waitingPushes("incoming_event").stream()
                .filter(push -> push.at("/payload/event/text").asText().equals("Again")))
        .isEmpty();
  }

  @Test
  void shouldNotLetUsersOfAChatUnfollowIt() {
    var anna = server.agent("anna@example.com");
    TestChat chat = server.customer().startsChat("Hello", 1);

    assertThat(anna.fails("unfollow_chat", "{chat_id: '%s'}", chat.id())).isEqualTo("validation");
  }

  @Test
  void shouldNeverShowACustomerWhatIsForAgents() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);

    whispers(anna, chat, "a secret");
    anna.does(
        "send_typing_indicator",
        "{chat_id: '%s', is_typing: true, recipients: 'agents'}",
        chat.id());
    anna.does(
        "send_event",
        "{chat_id: '%s', event: {type: 'custom', content: {key: 'hidden'}, recipients: 'agents'}}",
        chat.id());
    anna.says(chat, "for all");

    carl.hears(chat, "for all");
    carl.sawNo("incoming_typing_indicator");
    String seen =
        carl.connection().waitingFrames().toString()
            + carl.does("get_chats_summary", "{}")
            + carl.does("get_chat_threads", "{chat_id: '%s'}", chat.id())
            + carl.does("get_chat_threads_summary", "{chat_id: '%s'}", chat.id())
            + server.customer(carl.access()).login();
    assertThat(seen).contains("for all").doesNotContain("a secret", "hidden", "anna@example.com");
  }

  @Test
  void shouldShowAgentsAloneWhatACustomerSendsThem() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);

    whispers(carl, chat, "I am the owner");

    anna.hears(chat, "I am the owner");
    assertThat(
            carl.does(
                    "get_chat_threads",
                    "{chat_id: '%s', thread_ids: ['%s']}",
                    chat.id(),
                    chat.threadId())
                .toString())
        .contains("Hello")
        .doesNotContain("owner");
    carl.sawNo("incoming_event");
  }

  @Test
  void shouldKeepACustomersChatsFromOtherCustomers() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    var dora = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);
    anna.says(chat, "Hello Carl");
    carl.hears(chat, "Hello Carl");

    dora.catchUp();
    assertThat(dora.connection().waitingFrames().toString()).doesNotContain(chat.id());
    for (String method :
        new String[] {"get_chat_threads", "close_thread", "get_chat_threads_summary"}) {
      assertThat(dora.fails(method, "{chat_id: '%s'}", chat.id()))
          .isIn("authorization", "validation");
    }
    assertThat(dora.does("get_chats_summary", "{}").path("total_chats").asInt()).isZero();
  }

  @Test
  void shouldPushToEveryConnectionOfAUserInTheSameOrder() {
    var anna = server.agent("anna@example.com");
    var alsoAnna = server.agent("anna@example.com");
    var carl = server.customer();
    var alsoCarl = server.customer(carl.access());
    TestChat chat = carl.startsChat("Hello", 1);

    for (int i = 0; i < 20; i++) {
      anna.says(chat, "a" + i);
      alsoCarl.says(chat, "c" + i);
    }

    for (TestUser user : new TestUser[] {anna, alsoAnna, carl, alsoCarl}) {
      user.hears(chat, "c19");
      user.catchUp();
      var texts =
          user.connection().waitingPushes("incoming_event").stream()
              .map(push -> push.at("/payload/event/text").asText())
              .filter(text -> text.matches("[ac]\\d+"))
              .toList();
      assertThat(texts).hasSize(39);
      for (int i = 0; i < 38; i += 2) {
        assertThat(texts.subList(i, i + 2)).containsExactly("a" + i / 2, "c" + i / 2);
      }
    }
  }

  @Test
  void shouldTellWhoPressedAButton() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);
    String eventId = anna.does("send_event", RICH_MESSAGE, chat.id()).path("event_id").asText();

    assertThat(presses(carl, chat, eventId, "yes", true)).isEmpty();

    JsonNode pressed = anna.sees("incoming_rich_message_postback", chat);
    assertThat(pressed.path("event_id").asText()).isEqualTo(eventId);
    assertThat(pressed.path("thread_id").asText()).isEqualTo(chat.threadId());
    assertThat(pressed.path("user_id").asText()).isEqualTo(carl.access().customerId());
    assertThat(pressed.path("postback").toString()).isEqualTo("{\"id\":\"yes\",\"toggled\":true}");
    JsonNode updated = carl.sees("event_updated", chat);
    assertThat(updated.at("/event/elements/0/buttons/0/user_ids").toString())
        .isEqualTo("[\"" + carl.access().customerId() + "\"]");

    presses(carl, chat, eventId, "yes", false);
    anna.sees("event_updated", push -> push.at("/event/elements/0/buttons/0/user_ids").isEmpty());
    assertThat(
            carl.fails(
                "send_rich_message_postback",
                "{chat_id: '%s', thread_id: '%s', event_id: '%s', postback: {id: 'maybe', toggled: true}}",
                chat.id(),
                chat.threadId(),
                eventId))
        .isEqualTo("validation");
  }

  @Test
  void shouldNoteAButtonInAClosedThreadWithoutTellingAnybody() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);
    String eventId = anna.does("send_event", RICH_MESSAGE, chat.id()).path("event_id").asText();
    anna.does("close_thread", "{chat_id: '%s'}", chat.id());

    presses(carl, chat, eventId, "no", true);

    anna.sawNo("incoming_rich_message_postback");
    assertThat(
            anna.does("get_chat_threads", "{chat_id: '%s'}", chat.id())
                .findValues("buttons")
                .getFirst()
                .at("/1/user_ids"))
        .hasSize(1);
  }

  private static JsonNode presses(
      TestUser user, TestChat chat, String eventId, String postback, boolean toggled) {
    return user.does(
        "send_rich_message_postback",
        "{chat_id: '%s', thread_id: '%s', event_id: '%s', postback: {id: '%s', toggled: %s}}",
        chat.id(),
        chat.threadId(),
        eventId,
        postback,
        toggled);
  }

  @Test
  void shouldMulticastToEachScope() {
    var anna = server.agent("anna@example.com");
    var ben = server.agent("ben@example.com");
    var cleo = server.agent("cleo@example.com");
    var carl = server.customer();

    multicasts(anna, "agents: {all: true}", "everyone");
    multicasts(anna, "agents: {ids: ['ben@example.com']}", "ben");
    multicasts(anna, "agents: {groups: [2]}", "support");
    multicasts(anna, "customers: {ids: ['" + carl.access().customerId() + "']}", "carl");

    assertThat(contents(anna)).containsExactly("everyone");
    assertThat(contents(ben)).containsExactly("everyone", "ben");
    assertThat(contents(cleo)).containsExactly("everyone", "support");
    carl.catchUp();
    JsonNode push = carl.sees("incoming_multicast", _ -> true);
    assertThat(push.at("/content/is").asText()).isEqualTo("carl");
    assertThat(push.path("type").asText()).isEqualTo("news");
    assertThat(push.path("author_id").asText()).isNotEmpty().doesNotContain("@");
    assertThat(anna.fails("multicast", "{scopes: {}, content: {}}")).isEqualTo("validation");
    assertThat(anna.fails("multicast", "{scopes: {agents: {all: true}}}")).isEqualTo("validation");
  }

  private static void multicasts(TestUser user, String scopes, String content) {
    assertThat(
            user.does(
                "multicast",
                "{scopes: {" + scopes + "}, content: {is: '" + content + "'}, type: 'news'}"))
        .isEmpty();
  }

  private static java.util.List<String> contents(TestUser user) {
    user.catchUp();
    return user.connection().waitingPushes("incoming_multicast").stream()
        .map(push -> push.at("/payload/content/is").asText())
        .toList();
  }

  @Test
  void shouldShowSneakPeeksAtTheirPaceAndTheLatestOfThem() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);

    for (String text : new String[] {"I", "I n", "I need", "I need a l"}) {
      carl.does("send_sneak_peek", "{chat_id: '%s', sneak_peek_text: '%s'}", chat.id(), text);
    }

    JsonNode first = anna.sees("incoming_sneak_peek", chat);
    assertThat(first.at("/sneak_peek/text").asText()).isEqualTo("I");
    assertThat(first.at("/sneak_peek/author_id").asText()).isEqualTo(carl.access().customerId());
    assertThat(first.at("/sneak_peek/recipients").asText()).isNotEmpty();
    assertThat(first.path("thread_id").asText()).isEqualTo(chat.threadId());
    JsonNode second = anna.sees("incoming_sneak_peek", chat);
    assertThat(second.at("/sneak_peek/text").asText()).isEqualTo("I need a l");
    assertThat(second.at("/sneak_peek/timestamp").asLong()).isPositive();
  }
}
