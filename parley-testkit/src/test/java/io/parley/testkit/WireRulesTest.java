package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Rules of the wire that need a whole server to be seen.
@ExtendWith(NoErrorsLogged.class)
class WireRulesTest {
  private final ParleyServer server = ParleyServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldShowARequestsIdOnTheConnectionThatMadeItAndOnNoOther() {
    var anna = server.agent("anna@example.com");
    var alsoAnna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    anna.sees("incoming_chat_thread", chat);

    var response =
        anna.connection()
            .request(
                "send_event",
                "{\"chat_id\": \"%s\", \"event\": {\"type\": \"message\", \"text\": \"Hi\", \"recipients\": \"all\"}}"
                    .formatted(chat.id()));

    assertThat(incomingEvent(anna, "Hi").path("request_id").asText())
        .isEqualTo(response.requestId());
    assertThat(incomingEvent(alsoAnna, "Hi").has("request_id")).isFalse();
    assertThat(incomingEvent(carl, "Hi").has("request_id")).isFalse();
  }

  @Test
  void shouldKeepWhatIsForAgentsFromTheCustomer() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    anna.sees("incoming_chat_thread", chat);

    anna.does(
        "send_event",
        "{\"chat_id\": \"%s\", \"event\": {\"type\": \"message\", \"text\": \"a secret\", \"recipients\": \"agents\"}}"
            .formatted(chat.id()));
    anna.hears(chat, "a secret");
    anna.says(chat, "for all");
    carl.hears(chat, "for all");

    assertThat(carl.connection().waitingFrames().toString()).doesNotContain("a secret");
    assertThat(carl.does("get_chat_threads", threadsOf(chat)).toString())
        .contains("for all")
        .doesNotContain("a secret", "anna@example.com");
  }

  @Test
  void shouldCloseAThreadInWhichNothingHappens() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    anna.sees("incoming_chat_thread", chat);

    server.passTime(Duration.ofMinutes(31));

    JsonNode closed = anna.sees("thread_closed", chat);
    assertThat(closed.path("thread_id").asText()).isEqualTo(chat.threadId());
    assertThat(closed.has("user_id")).isFalse();
    carl.sees("thread_closed", chat);
  }

  @Test
  void shouldLetTimersRunAfterARestartThoughNobodyComes() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    anna.sees("incoming_chat_thread", chat);

    server.restartAfter(Duration.ofMinutes(31));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(server.rows("select id from thread where closed_at is not null"))
                    .containsExactly(chat.threadId()));
  }

  @Test
  void shouldKnowAReturningCustomerAndWhatWasSaidMeanwhile() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    anna.sees("incoming_chat_thread", chat);
    carl.close();
    anna.says(chat, "Are you there?");

    var again = server.customer(carl.access());

    assertThat(again.login().path("customer_id").asText(again.login().at("/customer/id").asText()))
        .isEqualTo(carl.access().customerId());
    assertThat(again.login().at("/chats/0/chat_id").asText()).isEqualTo(chat.id());
    assertThat(again.does("get_chat_threads", threadsOf(chat)).toString())
        .contains("Are you there?");
  }

  @Test
  void shouldServeEveryLicenseApart() {
    try (var two =
        ParleyServer.start(
            TestLicense.usual(), TestLicense.license(200).agent("dora@example.com"))) {
      var anna = two.agent("anna@example.com");
      var dora = two.agent("dora@example.com");
      TestChat chat = two.customer().startsChat("Hello");
      anna.sees("incoming_chat_thread", chat);

      assertThat(dora.fails("get_chat_threads", threadsOf(chat))).isEqualTo("validation");
      assertThat(dora.connection().waitingFrames().toString())
          .doesNotContain(chat.id(), "anna@example.com");
    }
  }

  private static JsonNode incomingEvent(TestUser user, String text) {
    return user.connection()
        .push("incoming_event", payload -> payload.at("/event/text").asText().equals(text));
  }

  private static String threadsOf(TestChat chat) {
    return "{\"chat_id\": \"%s\"}".formatted(chat.id());
  }
}
