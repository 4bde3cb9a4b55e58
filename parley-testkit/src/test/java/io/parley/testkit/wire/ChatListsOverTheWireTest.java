package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestCustomer;
import io.parley.testkit.TestLicense;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Lists of chats and threads: filters, order, and pages of every kind.
@ExtendWith(NoErrorsLogged.class)
class ChatListsOverTheWireTest {
  private static final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100)
              .setting("max_customer_chats_count", 10)
              .group(1, "Sales")
              .agent("anna@example.com", 1)
              .agent("ben@example.com"));
  private static final List<TestChat> chats = new ArrayList<>();
  private static TestAgent anna;
  private static TestCustomer carl;

  /// Five chats, the last two of Sales; the first is closed, the second is rated, and the third has
  /// three threads.
  @BeforeAll
  static void talk() {
    anna = server.agent("anna@example.com");
    carl = server.customer();
    for (int i = 0; i < 5; i++) {
      chats.add(carl.startsChat("Chat " + i, i < 3 ? 0 : 1));
    }
    anna.does("close_thread", "{chat_id: '%s'}", id(0));
    carl.does("update_chat_properties", "{chat_id: '%s', properties: {rating: {score: 1}}}", id(1));
    for (int i = 0; i < 2; i++) {
      anna.does("close_thread", "{chat_id: '%s'}", id(2));
      carl.does("activate_chat", "{chat: {id: '%s'}}", id(2));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String id(int chat) {
    return chats.get(chat).id();
  }

  private static JsonNode list(String payload, Object... values) {
    return anna.does("get_chats_summary", payload, values);
  }

  private static List<Integer> found(JsonNode answer) {
    List<String> ids = chats.stream().map(TestChat::id).toList();
    return answer
        .path("chats_summary")
        .valueStream()
        .map(chat -> ids.indexOf(chat.path("id").asText()))
        .toList();
  }

  @Test
  void shouldListChatsNewestFirst() {
    JsonNode answer = list("{}");

    assertThat(found(answer)).containsExactly(2, 4, 3, 1, 0);
    assertThat(answer.path("found_chats").asInt()).isEqualTo(5);
    assertThat(answer.has("next_page_id")).isFalse();
    JsonNode first = answer.at("/chats_summary/0");
    assertThat(first.at("/last_thread_summary/order").asInt()).isEqualTo(3);
    assertThat(first.at("/last_thread_summary/active").asBoolean()).isTrue();
    assertThat(first.at("/last_event_per_type/message/event/text").asText()).isEqualTo("Chat 2");
    assertThat(first.at("/last_event_per_type/message/thread_order").asInt()).isEqualTo(1);
    assertThat(first.at("/last_event_per_type/message/thread_id").asText())
        .isEqualTo(chats.get(2).threadId());
    assertThat(first.at("/access/group_ids/0").asInt()).isZero();
    assertThat(first.path("is_followed").isBoolean()).isTrue();
    assertThat(first.path("users").findValuesAsText("type"))
        .containsExactlyInAnyOrder("customer", "agent");
  }

  @Test
  void shouldListOldestFirstIfAsked() {
    assertThat(found(list("{order: 'asc'}"))).containsExactly(0, 1, 3, 4, 2);
  }

  @Test
  void shouldFilterByActivityGroupsAndProperties() {
    assertThat(found(list("{filters: {include_active: false}}"))).containsExactly(0);
    assertThat(found(list("{filters: {include_active: true}}"))).hasSize(5);
    assertThat(found(list("{filters: {group_ids: [1]}}"))).containsExactly(4, 3);
    assertThat(found(list("{filters: {group_ids: [0, 1]}}"))).hasSize(5);
    assertThat(found(list("{filters: {properties: {rating: {score: {exists: true}}}}}")))
        .containsExactly(1);
    assertThat(found(list("{filters: {properties: {rating: {score: {exists: false}}}}}")))
        .containsExactly(2, 4, 3, 0);
    assertThat(found(list("{filters: {properties: {rating: {score: {values: [1]}}}}}")))
        .containsExactly(1);
    assertThat(found(list("{filters: {properties: {rating: {score: {values: [0]}}}}}"))).isEmpty();
    assertThat(found(list("{filters: {properties: {rating: {score: {exclude_values: [1]}}}}}")))
        .containsExactly(2, 4, 3, 0);
  }

  @Test
  void shouldTurnPagesForthAndBack() {
    JsonNode first = list("{limit: 2}");
    JsonNode second = list("{limit: 2, page_id: '%s'}", first.path("next_page_id").asText());
    JsonNode third = list("{limit: 2, page_id: '%s'}", second.path("next_page_id").asText());
    JsonNode back = list("{limit: 2, page_id: '%s'}", third.path("previous_page_id").asText());

    assertThat(found(first)).containsExactly(2, 4);
    assertThat(found(second)).containsExactly(3, 1);
    assertThat(found(third)).containsExactly(0);
    assertThat(found(back)).containsExactly(3, 1);
    assertThat(first.has("previous_page_id")).isFalse();
    assertThat(third.has("next_page_id")).isFalse();
    assertThat(third.path("found_chats").asInt()).isEqualTo(5);
  }

  @Test
  void shouldRefuseAPageIdWithOtherFiltersOrOfAnotherList() {
    String pageId = list("{limit: 2}").path("next_page_id").asText();

    assertThat(
            anna.fails("get_chats_summary", "{page_id: '%s', filters: {group_ids: [1]}}", pageId))
        .isEqualTo("validation");
    assertThat(anna.fails("get_chats_summary", "{page_id: '%s', order: 'asc'}", pageId))
        .isEqualTo("validation");
    assertThat(anna.fails("get_customers", "{page_id: '%s'}", pageId)).isEqualTo("validation");
    assertThat(anna.fails("get_chats_summary", "{page_id: 'MTUxNzM5ODEzMTQ5Ng=='}"))
        .isEqualTo("validation");
  }

  @Test
  void shouldKnowPagesByNumberAsIn2019() {
    JsonNode answer = list("{pagination: {page: 2, total: 2}}");

    assertThat(found(answer)).containsExactly(3, 1);
    assertThat(answer.at("/pagination/page").asInt()).isEqualTo(2);
    assertThat(answer.at("/pagination/total").asInt()).isEqualTo(5);
  }

  @Test
  void shouldListACustomersChatsByOffset() {
    JsonNode answer = carl.does("get_chats_summary", "{offset: 1, limit: 2}");

    assertThat(found(answer)).containsExactly(4, 3);
    assertThat(answer.path("total_chats").asInt()).isEqualTo(5);
    assertThat(answer.at("/chats_summary/0/last_thread_id").asText())
        .isEqualTo(chats.get(4).threadId());
    assertThat(answer.at("/chats_summary/0/active").asBoolean()).isTrue();
    assertThat(answer.toString()).doesNotContain("anna@example.com");
    assertThat(carl.fails("get_chats_summary", "{limit: 26}")).isEqualTo("validation");
    assertThat(carl.fails("get_chats_summary", "{offset: 101}")).isEqualTo("validation");
  }

  @Test
  void shouldListThreadsByPages() {
    JsonNode first = anna.does("get_chat_threads_summary", "{chat_id: '%s', limit: 2}", id(2));
    JsonNode rest =
        anna.does(
            "get_chat_threads_summary",
            "{chat_id: '%s', limit: 2, page_id: '%s'}",
            id(2),
            first.path("next_page_id").asText());

    assertThat(first.path("threads_summary").findValuesAsText("order")).containsExactly("3", "2");
    assertThat(rest.path("threads_summary").findValuesAsText("order")).containsExactly("1");
    assertThat(rest.path("found_threads").asInt()).isEqualTo(3);
    assertThat(rest.has("previous_page_id")).isTrue();
    assertThat(rest.at("/threads_summary/0/events_count").asInt()).isPositive();
    assertThat(
            anna.does("get_chat_threads_summary", "{chat_id: '%s', order: 'asc'}", id(2))
                .path("threads_summary")
                .findValuesAsText("order"))
        .containsExactly("1", "2", "3");
  }

  @Test
  void shouldListACustomersThreadsByOffset() {
    JsonNode answer =
        carl.does("get_chat_threads_summary", "{chat_id: '%s', offset: 1, limit: 1}", id(2));

    assertThat(answer.path("threads_summary").findValuesAsText("order")).containsExactly("2");
    assertThat(answer.path("total_threads").asInt()).isEqualTo(3);
    assertThat(answer.at("/threads_summary/0/active").asBoolean(true)).isFalse();
    assertThat(answer.at("/threads_summary/0/total_events").asInt()).isPositive();
  }

  @Test
  void shouldGiveTheThreadsThatAreAskedFor() {
    JsonNode all = anna.does("get_chat_threads", "{chat_id: '%s'}", id(2));
    String second = all.at("/chat/threads/1/id").asText();
    JsonNode one =
        anna.does("get_chat_threads", "{chat_id: '%s', thread_ids: ['%s']}", id(2), second);

    assertThat(all.at("/chat/threads").findValuesAsText("order")).containsExactly("1", "2", "3");
    assertThat(one.at("/chat/threads").findValuesAsText("id")).contains(second);
    assertThat(one.at("/chat/threads")).hasSize(1);
    assertThat(one.at("/chat/threads_summary")).hasSize(3);
    assertThat(one.at("/chat/is_followed").isBoolean()).isTrue();
    assertThat(anna.fails("get_chat_threads", "{chat_id: 'NOSUCHCHAT'}")).isEqualTo("validation");
  }

  @Test
  void shouldShowTheChatsAtTheLogin() {
    var again = server.customer(carl.access());

    assertThat(again.login().path("has_active_thread").asBoolean()).isTrue();
    assertThat(again.login().path("chats").findValuesAsText("chat_id"))
        .containsExactlyInAnyOrderElementsOf(chats.stream().map(TestChat::id).toList());
    assertThat(found(server.agent("anna@example.com").login())).containsExactly(2, 4, 3, 1, 0);
    again.close();
  }
}
