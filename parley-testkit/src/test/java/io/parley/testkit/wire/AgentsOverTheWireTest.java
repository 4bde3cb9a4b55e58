package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class AgentsOverTheWireTest {
  private static final String BEN = "{id: 'ben@example.com'}";

  private final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100).owner("anna@example.com").agent("ben@example.com"));
  private final Configurator anna =
      new Configurator(server, TestLicense.tokenOf("anna@example.com"));
  private final Configurator ben = new Configurator(server, TestLicense.tokenOf("ben@example.com"));

  @AfterEach
  void stop() {
    server.close();
  }

  private static String errorOf(Configurator who) {
    return who.server().web().agent(who.token(), "get_chats_summary", "{}").errorType();
  }

  @Test
  void shouldMakeDescribeAndChangeAgents() {
    anna.does(
        "3.2",
        "create_agent",
        """
        {id: 'dan@example.com', name: 'Dan', role: 'administrator', job_title: 'Hero',
         notifications: ['ticket'], work_scheduler: {monday: {start: '08:30', end: '12:30'}}}
        """);
    anna.does("3.2", "update_agent", "{id: 'dan@example.com', max_chats_count: 9}");

    server.restartAfter(Duration.ofSeconds(1));

    JsonNode dan =
        anna.does(
            "3.2",
            "get_agent",
            "{id: 'dan@example.com', fields: ['work_scheduler', 'notifications', 'max_chats_count', 'awaiting_approval']}");
    assertThat(dan.path("role").asText()).isEqualTo("administrator");
    assertThat(dan.path("login_status").asText()).isEqualTo("offline");
    assertThat(dan.at("/work_scheduler/monday/end").asText()).isEqualTo("12:30");
    assertThat(dan.at("/notifications/0").asText()).isEqualTo("ticket");
    assertThat(dan.path("max_chats_count").asInt()).isEqualTo(9);
    assertThat(dan.path("awaiting_approval").asBoolean(true)).isFalse();
    assertThat(anna.does("3.2", "list_agents", "{}")).hasSize(3);
    assertThat(anna.does("3.2", "list_agents", "{filters: {group_ids: [7]}}")).isEmpty();
  }

  @Test
  void shouldRefuseWhatOneMayNotAndWhatIsWrong() {
    assertThat(ben.fails("3.2", "update_agent", "{id: 'anna@example.com', name: 'x'}"))
        .startsWith("authorization: ");
    assertThat(ben.fails("3.2", "update_agent", "{id: 'ben@example.com', role: 'administrator'}"))
        .startsWith("authorization: ");
    assertThat(anna.fails("3.2", "delete_agent", "{id: 'anna@example.com'}"))
        .startsWith("validation: `id`");
    assertThat(anna.fails("3.2", "create_agent", "{id: 'ben@example.com', name: 'Ben'}"))
        .startsWith("validation: `id`");
    assertThat(anna.fails("3.2", "get_agent", "{id: 'nobody@example.com'}"))
        .startsWith("validation: `id`");

    ben.does("3.2", "create_agent", "{id: 'eve@example.com', name: 'Eve'}");
    assertThat(
            anna.does("3.2", "get_agent", "{id: 'eve@example.com', fields: ['awaiting_approval']}")
                .path("awaiting_approval")
                .asBoolean())
        .isTrue();
    anna.does("3.2", "approve_agent", "{id: 'eve@example.com'}");
  }

  @Test
  void shouldSendADeletedAgentHomeAndGiveTheChatsToOthers() {
    var benAtWork = server.agent("ben@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    benAtWork.says(chat, "Ben here");
    String author = carl.hears(chat, "Ben here").path("author_id").asText();
    var annaAtWork = server.agent("anna@example.com");

    anna.does("3.2", "delete_agent", BEN);

    assertThat(
            benAtWork
                .connection()
                .push("agent_disconnected", _ -> true)
                .at("/payload/reason")
                .asText())
        .isEqualTo("access_token_revoked");
    benAtWork.connection().awaitClose();
    annaAtWork.says(chat, "Anna here");
    carl.hears(chat, "Anna here");
    assertThat(errorOf(ben)).isEqualTo("authentication");

    server.restartAfter(Duration.ofSeconds(1));

    assertThat(errorOf(ben)).isEqualTo("authentication");
    assertThat(anna.does("3.2", "list_agents", "{}")).hasSize(1);
    String users =
        server
            .customer(carl.access())
            .does("get_chat_threads", "{chat_id: '%s'}", chat.id())
            .at("/chat/users")
            .toString();
    assertThat(users).contains(author).contains("\"Ben\"");
  }

  @Test
  void shouldKeepASuspendedAgentOutUntilThatIsOver() {
    var benAtWork = server.agent("ben@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    var annaAtWork = server.agent("anna@example.com");

    anna.does("3.2", "suspend_agent", BEN);

    benAtWork.connection().push("agent_disconnected", _ -> true);
    annaAtWork.says(chat, "Anna here");
    assertThat(errorOf(ben)).isEqualTo("requester_suspended");
    assertThat(
            server
                .web()
                .post(
                    "/accounts/customer/",
                    "Bearer token:ben@example.com",
                    "{\"client_id\": \"%s\", \"response_type\": \"token\"}"
                        .formatted(TestLicense.CLIENT_ID))
                .body()
                .path("error")
                .asText())
        .isEqualTo("access_denied");
    ben.does("3.2", "request_agent_unsuspension", "{}");
    server.restartAfter(Duration.ofSeconds(1));
    assertThat(errorOf(ben)).isEqualTo("requester_suspended");

    anna.does("3.2", "unsuspend_agent", BEN);

    assertThat(errorOf(ben)).isEmpty();
    server.agent("ben@example.com");
  }

  @Test
  void shouldNotBeUndoneByTheProvisioningFileAtTheNextStart() {
    anna.does("3.2", "update_agent", "{id: 'anna@example.com', name: 'Anna the Great'}");
    anna.does("3.2", "delete_agent", BEN);

    server.restartAfter(Duration.ofSeconds(1));

    JsonNode agents = anna.does("3.2", "list_agents", "{}");
    assertThat(agents).hasSize(1);
    assertThat(agents.at("/0/name").asText()).isEqualTo("Anna the Great");
  }
}
