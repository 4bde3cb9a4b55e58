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
class GroupsOverTheWireTest {
  private final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100).owner("anna@example.com").agent("ben@example.com"));
  private final Configurator anna =
      new Configurator(server, TestLicense.tokenOf("anna@example.com"));

  @AfterEach
  void stop() {
    server.close();
  }

  private int makesGroup() {
    return anna.does(
            "3.2",
            "create_group",
            "{name: 'Shoes', agent_priorities: {'ben@example.com': 'normal'}}")
        .path("id")
        .asInt();
  }

  private JsonNode group(int groupId) {
    return anna.does(
        "3.2", "get_group", "{id: %s, fields: ['agent_priorities', 'routing_status']}", groupId);
  }

  @Test
  void shouldRouteChatsToAGroupAsSoonAsThereIsOne() {
    server.agent("anna@example.com");
    var ben = server.agent("ben@example.com");
    int shoes = makesGroup();

    var carl = server.customer();
    String chatId =
        carl.does("start_chat", "{chat: {access: {group_ids: [%s]}}}", shoes)
            .path("chat_id")
            .asText();

    ben.sees("incoming_chat_thread", new TestChat(chatId, ""));
    ben.says(new TestChat(chatId, ""), "Shoes?");
    assertThat(group(shoes).path("routing_status").asText()).isEqualTo("online");
    assertThat(group(shoes).at("/agent_priorities/ben@example.com").asText()).isEqualTo("normal");
  }

  @Test
  void shouldBeAsItWasAfterARestart() {
    int shoes = makesGroup();
    anna.does(
        "3.2",
        "update_group",
        "{id: %s, name: 'Boots', language_code: 'pl', agent_priorities: {'anna@example.com': 'last'}}",
        shoes);

    server.restartAfter(Duration.ofSeconds(1));

    assertThat(group(shoes).path("name").asText()).isEqualTo("Boots");
    assertThat(group(shoes).path("language_code").asText()).isEqualTo("pl");
    assertThat(group(shoes).path("agent_priorities").toString())
        .isEqualTo("{\"anna@example.com\":\"last\"}");
    assertThat(anna.does("3.2", "list_groups", "{}")).hasSize(2);
  }

  @Test
  void shouldOpenTheChatsOfADeletedGroupToEverybody() {
    var ben = server.agent("ben@example.com");
    int shoes = makesGroup();
    var carl = server.customer();
    String chatId =
        carl.does("start_chat", "{chat: {access: {group_ids: [%s]}}}", shoes)
            .path("chat_id")
            .asText();
    var chat = new TestChat(chatId, "");
    ben.sees("incoming_chat_thread", chat);
    var annaAtWork = server.agent("anna@example.com");

    anna.does("3.2", "delete_group", "{id: %s}", shoes);

    annaAtWork
        .connection()
        .push("access_set", payload -> chatId.equals(payload.path("id").asText()));
    ben.does("close_thread", "{chat_id: '%s'}", chatId);
    server.restartAfter(Duration.ofSeconds(1));
    JsonNode seen =
        server.agent("anna@example.com").does("get_chat_threads", "{chat_id: '%s'}", chatId);
    assertThat(seen.at("/chat/access/group_ids").toString()).isEqualTo("[0]");
    assertThat(anna.does("3.2", "list_groups", "{}")).hasSize(1);
    assertThat(makesGroup()).isGreaterThan(shoes);
  }

  @Test
  void shouldRefuseWhatOneMayNotAndWhatIsWrong() {
    var ben = new Configurator(server, TestLicense.tokenOf("ben@example.com"));
    assertThat(
            ben.fails(
                "3.2",
                "create_group",
                "{name: 'x', agent_priorities: {'ben@example.com': 'normal'}}"))
        .startsWith("authorization: ");
    assertThat(
            anna.fails(
                "3.2",
                "create_group",
                "{name: 'x', agent_priorities: {'ben@example.com': 'last'}}"))
        .startsWith("validation: `agent_priorities`");
    assertThat(anna.fails("3.2", "delete_group", "{id: 0}")).startsWith("validation: `id`");
    assertThat(anna.fails("3.2", "get_group", "{id: 9}")).startsWith("validation: `id`");
    assertThat(anna.does("3.2", "list_groups", "{}")).hasSize(1);
  }
}
