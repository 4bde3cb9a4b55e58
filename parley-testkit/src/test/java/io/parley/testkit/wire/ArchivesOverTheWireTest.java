package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Archives by every filter, before the index has taken a thread in and after.
@ExtendWith(NoErrorsLogged.class)
class ArchivesOverTheWireTest {
  private static final String TOKEN = TestLicense.tokenOf("anna@example.com");
  private static final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100)
              .setting("max_customer_chats_count", 10)
              .group(1, "Sales")
              .agent("anna@example.com", 1)
              .agent("ben@example.com")
              .token("access-of-ben", "ben@example.com", "chats--access:ro"));
  private static final List<TestChat> chats = new ArrayList<>();
  private static LocalDate today;

  @AfterAll
  static void stop() {
    server.close();
  }

  /// Three chats of one customer: about a lamp, in Sales and tagged; about a table, rated, with a
  /// survey; and about a chair, which is still active.
  @BeforeAll
  static void talk() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    chats.add(carl.startsChat("I need a lamp", 1));
    chats.add(carl.startsChat("I need a table"));
    anna.says(chats.get(0), "Which colour shall the Lämpchen have?");
    anna.does(
        "send_event",
        "{chat_id: '%s', event: {type: 'message', text: 'whispered wishes', recipients: 'agents'}}",
        chats.get(0).id());
    anna.does(
        "tag_chat_thread",
        "{chat_id: '%s', thread_id: '%s', tag: 'lighting'}",
        chats.get(0).id(),
        chats.get(0).threadId());
    carl.does(
        "send_event",
        """
        {chat_id: '%s', event: {type: 'filled_form', form_id: 'prechat-0', recipients: 'all', fields: [
          {type: 'radio', id: '3', label: 'Why?', answer: {id: 'shop', label: 'Shopping'}}],
          properties: {lc2: {form_type: 'prechat'}}}}""",
        chats.get(1).id());
    carl.does(
        "update_chat_thread_properties",
        "{chat_id: '%s', thread_id: '%s', properties: {rating: {score: 1}}}",
        chats.get(1).id(),
        chats.get(1).threadId());
    anna.does("close_thread", "{chat_id: '%s'}", chats.get(0).id());
    anna.does("close_thread", "{chat_id: '%s'}", chats.get(1).id());
    chats.add(carl.startsChat("I need a chair"));
    today =
        OffsetDateTime.parse(
                anna.sees("incoming_chat_thread", chats.get(0))
                    .at("/chat/thread/events/0/created_at")
                    .asText())
            .withOffsetSameInstant(ZoneOffset.UTC)
            .toLocalDate();
  }

  private static JsonNode archives(String payload, Object... values) {
    var answer = server.web().agent(TOKEN, "get_archives", payload, values);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static List<Integer> found(JsonNode answer) {
    List<String> threads = chats.stream().map(TestChat::threadId).toList();
    return answer
        .path("chats")
        .valueStream()
        .map(chat -> threads.indexOf(chat.at("/thread/id").asText()))
        .toList();
  }

  private static List<Integer> filtered(String filters, Object... values) {
    return found(archives("{filters: {" + filters + "}}", values));
  }

  @Test
  void shouldListThreadsWithTheirChatsAndEvents() {
    JsonNode answer = archives("{}");

    assertThat(found(answer)).containsExactly(2, 1, 0);
    assertThat(answer.path("found_chats").asInt()).isEqualTo(3);
    JsonNode last = answer.at("/chats/2");
    assertThat(last.path("id").asText()).isEqualTo(chats.get(0).id());
    assertThat(last.at("/thread/events").findValuesAsText("text"))
        .contains("I need a lamp", "whispered wishes");
    assertThat(last.at("/thread/active").asBoolean(true)).isFalse();
    assertThat(last.at("/thread/tags").toString()).isEqualTo("[\"lighting\"]");
    assertThat(last.at("/users").findValuesAsText("type")).contains("agent", "customer");
    assertThat(found(archives("{sort_order: 'asc'}"))).containsExactly(0, 1, 2);
  }

  @Test
  void shouldFindWordsWhetherTheIndexKnowsThemOrNot() {
    assertWordsAreFound();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        server.rows(
                            "select id from thread where unindexed and closed_at is not null"))
                    .isEmpty());
    assertWordsAreFound();
  }

  private static void assertWordsAreFound() {
    assertThat(filtered("query: 'lamp'")).containsExactly(0);
    assertThat(filtered("query: 'LAMP colour'")).containsExactly(0);
    assertThat(filtered("query: 'need'")).containsExactly(2, 1, 0);
    assertThat(filtered("query: 'chair'")).containsExactly(2);
    assertThat(filtered("query: 'lamp table'")).isEmpty();
    assertThat(filtered("query: 'whispered'")).containsExactly(0);
    assertThat(filtered("query: 'unsaid'")).isEmpty();
  }

  @Test
  void shouldFilterByDaysInUtc() {
    assertThat(filtered("date_from: '%s', date_to: '%s'", today, today)).hasSize(3);
    assertThat(filtered("date_to: '%s'", today.minusDays(1))).isEmpty();
    assertThat(filtered("date_from: '%s'", today.plusDays(2))).isEmpty();
  }

  @Test
  void shouldFilterByAgentsGroupsAndThreads() {
    assertThat(filtered("agent_ids: ['anna@example.com']")).contains(0);
    assertThat(filtered("agent_ids: ['ben@example.com']")).isEmpty();
    assertThat(filtered("group_ids: [1]")).containsExactly(0);
    assertThat(filtered("group_ids: [0]")).containsExactly(2, 1);
    assertThat(filtered("thread_ids: ['%s']", chats.get(1).threadId())).containsExactly(1);
    assertThat(filtered("thread_ids: ['NOSUCHTHRD']")).isEmpty();
  }

  @Test
  void shouldFilterByTagsPropertiesAndSurveys() {
    assertThat(filtered("tags: {values: ['lighting']}")).containsExactly(0);
    assertThat(filtered("tags: {exists: true}")).containsExactly(0);
    assertThat(filtered("tags: {exclude_values: ['lighting']}")).containsExactly(2, 1);
    assertThat(filtered("properties: {rating: {score: {values: [1]}}}")).containsExactly(1);
    assertThat(filtered("properties: {rating: {score: {exists: false}}}")).containsExactly(2, 0);
    assertThat(filtered("surveys: [{type: 'pre_chat', answer_id: 'shop'}]")).containsExactly(1);
    assertThat(filtered("surveys: [{type: 'post_chat', answer_id: 'shop'}]")).isEmpty();
    assertThat(filtered("sales: {exists: true}")).isEmpty();
    assertThat(filtered("goals: {exists: false}")).hasSize(3);
  }

  @Test
  void shouldTurnPagesByNumberAndById() {
    JsonNode second = archives("{pagination: {page: 2, limit: 2}}");
    assertThat(found(second)).containsExactly(0);
    assertThat(second.at("/pagination/page").asInt()).isEqualTo(2);
    assertThat(second.at("/pagination/total").asInt()).isEqualTo(3);

    JsonNode first = archives("{limit: 2}");
    JsonNode next = archives("{limit: 2, page_id: '%s'}", first.path("next_page_id").asText());
    assertThat(found(first)).containsExactly(2, 1);
    assertThat(found(next)).containsExactly(0);
    assertThat(found(archives("{limit: 2, page_id: '%s'}", next.path("previous_page_id").asText())))
        .containsExactly(2, 1);
    assertThat(
            refused(
                "{page_id: '%s', filters: {query: 'need'}}", first.path("next_page_id").asText()))
        .isEqualTo("validation");
  }

  @Test
  void shouldRefuseThreadIdsBesideAnythingElse() {
    assertThat(refused("{filters: {thread_ids: ['a'], query: 'x'}}")).isEqualTo("validation");
    assertThat(refused("{filters: {thread_ids: ['a']}, pagination: {page: 1}}"))
        .isEqualTo("validation");
    assertThat(refused("{filters: {date_from: '2016-9-1'}}")).isEqualTo("validation");
    assertThat(refused("{pagination: {page: 1001}}")).isEqualTo("validation");
  }

  private static String refused(String payload, Object... values) {
    return server.web().agent(TOKEN, "get_archives", payload, values).errorType();
  }

  @Test
  void shouldShowAnAgentWithLessReachWhatTheGroupsMaySee() {
    var answer = server.web().agent("access-of-ben", "get_archives", "{}");

    assertThat(found(answer.body())).containsExactly(2, 1);
  }
}
