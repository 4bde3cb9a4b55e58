package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How chats find agents, seen over the wire. The rules themselves are tested in the core.
@ExtendWith(NoErrorsLogged.class)
class RoutingTest {
  private static final String ANNA = "anna@example.com";
  private static final String BEN = "ben@example.com";

  private final ParleyServer server =
      ParleyServer.start(TestLicense.license(100).maxChatsCount(1).agent(ANNA).agent(BEN));

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonNode systemMessage(TestUser user, TestChat chat, String type) {
    return user.connection()
        .push(
            "incoming_event",
            payload ->
                chat.id().equals(payload.path("chat_id").asText())
                    && type.equals(payload.path("event").path("system_message_type").asText()))
        .path("payload")
        .path("event");
  }

  private static String addedTo(TestAgent agent, TestChat chat) {
    return agent.sees("chat_user_added", chat).path("user").path("id").asText();
  }

  @Test
  void shouldGiveAChatToAnotherAgentWhenItsAgentLogsOut() {
    TestAgent anna = server.agent(ANNA);
    TestCustomer carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    anna.sees("incoming_chat_thread", chat);
    TestAgent ben = server.agent(BEN);

    anna.does("logout", "{}");

    assertThat(addedTo(ben, chat)).isEqualTo(BEN);
    assertThat(systemMessage(carl, chat, "routing.assigned_signed_out").path("text").asText())
        .isEqualTo("Chat assigned to Ben because Anna had signed out");
    ben.says(chat, "Here I am");
    carl.hears(chat, "Here I am");
  }

  @Test
  void shouldLetAChatWaitUntilAnAgentHasASlot() {
    TestAgent anna = server.agent(ANNA);
    TestChat first = server.customer().startsChat("first");
    anna.sees("incoming_chat_thread", first);
    TestCustomer carl = server.customer();

    TestChat second = carl.startsChat("second");
    assertThat(groupStatus(carl)).isEqualTo("online_for_queue");
    anna.does("close_thread", "{\"chat_id\": \"%s\"}".formatted(first.id()));

    assertThat(addedTo(anna, second)).isEqualTo(ANNA);
    assertThat(carl.sees("chat_user_added", second).path("user").path("type").asText())
        .isEqualTo("agent");
  }

  private static String groupStatus(TestCustomer customer) {
    return customer
        .does("get_groups_status", "{\"all\": true}")
        .path("groups_status")
        .path("0")
        .asText();
  }

  @Test
  void shouldKeepTheLineOverARestart() {
    TestAgent anna = server.agent(ANNA);
    anna.sees("incoming_chat_thread", server.customer().startsChat("first"));
    TestChat second = server.customer().startsChat("second");
    TestChat third = server.customer().startsChat("third");

    server.restartAfter(Duration.ofSeconds(1));
    TestAgent ben = server.agent(BEN);

    assertThat(addedTo(ben, second)).isEqualTo(BEN);
    ben.does("close_thread", "{\"chat_id\": \"%s\"}".formatted(second.id()));
    assertThat(addedTo(ben, third)).isEqualTo(BEN);
  }

  @Test
  void shouldRefuseAChatForWhichNobodyIsThere() {
    TestCustomer carl = server.customer();

    assertThat(carl.fails("start_chat", "{}")).isEqualTo("groups_offline");

    assertThat(groupStatus(carl)).isEqualTo("offline");
    assertThat(carl.does("get_chats_summary", "{}").path("total_chats").asInt()).isZero();
  }

  @Test
  void shouldLetAnAgentTakeAChatOutOfTheQueue() {
    TestAgent anna = server.agent(ANNA);
    anna.sees("incoming_chat_thread", server.customer().startsChat("first"));
    TestCustomer carl = server.customer();
    TestChat waiting = carl.startsChat("second");

    anna.does(
        "add_user_to_chat",
        "{\"chat_id\": \"%s\", \"user_id\": \"%s\", \"user_type\": \"agent\"}"
            .formatted(waiting.id(), ANNA));

    carl.sees("chat_user_added", waiting);
    anna.says(waiting, "I have a moment after all");
    carl.hears(waiting, "I have a moment after all");
  }
}
