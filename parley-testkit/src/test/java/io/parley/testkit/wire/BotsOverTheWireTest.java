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
class BotsOverTheWireTest {
  private static final String SHOP = "token:shop";
  private static final String OTHER = "token:other";
  private static final String MESSAGE =
      "{chat_id: '%s', event: {type: 'message', text: '%s', recipients: 'all'}}";

  private final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100)
              .group(1, "Sales")
              .agent("anna@example.com", 1)
              .application("shop", SHOP, "anna@example.com")
              .application("other", OTHER, "anna@example.com"));
  private final Configurator shop = new Configurator(server, SHOP);
  private final Configurator other = new Configurator(server, OTHER);

  @AfterEach
  void stop() {
    server.close();
  }

  private String makesBot() {
    return shop.does(
            "3.1",
            "create_bot_agent",
            """
            {name: 'Botty', status: 'accepting chats', avatar: 'https://example.com/b.png',
             max_chats_count: 2, groups: [{id: 0, priority: 'first'}, {id: 1, priority: 'last'}]}
            """)
        .path("bot_agent_id")
        .asText();
  }

  private JsonNode details(String botId) {
    return shop.does("3.1", "get_bot_agent_details", "{bot_agent_id: '%s'}", botId)
        .path("bot_agent");
  }

  private static boolean holdsBot(JsonNode users, String name) {
    for (JsonNode user : users) {
      if (user.path("name").asText().equals(name)) {
        return user.path("is_bot").asBoolean(false);
      }
    }
    return false;
  }

  @Test
  void shouldGetChatsAnswerThemAndHandThemOver() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    String botId = makesBot();

    TestChat chat = carl.startsChat("Hello");

    JsonNode users = carl.sees("incoming_chat_thread", chat).at("/chat/users");
    assertThat(holdsBot(users, "Botty")).as("%s", users).isTrue();
    assertThat(users.toString()).doesNotContain(botId);
    assertThat(anna.sees("incoming_chat_thread", chat).at("/chat/users").toString())
        .contains(botId);

    assertThat(server.web().bot(SHOP, botId, "send_event", MESSAGE, chat.id(), "Hi").status())
        .isEqualTo(200);
    carl.hears(chat, "Hi");
    carl.says(chat, "A human, please");

    assertThat(
            server
                .web()
                .bot(
                    SHOP,
                    botId,
                    "transfer_chat",
                    "{chat_id: '%s', target: {type: 'agent', ids: ['anna@example.com']}}",
                    chat.id())
                .status())
        .isEqualTo(200);
    anna.says(chat, "Here I am");
    carl.hears(chat, "Here I am");
  }

  @Test
  void shouldActOverAnRtmConnectionOfItsApplicationAndOfNoOther() {
    server.agent("anna@example.com");
    String botId = makesBot();
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");

    assertThat(server.web().bot(OTHER, botId, "send_event", MESSAGE, chat.id(), "Boo").errorType())
        .isEqualTo("authorization");
    assertThat(
            server
                .web()
                .bot(SHOP, "anna@example.com", "send_event", MESSAGE, chat.id(), "Boo")
                .errorType())
        .isEqualTo("authorization");

    var connection = server.connection("/v3.1/agent/rtm/ws");
    connection.request("login", "{\"token\": \"Bearer " + SHOP + "\"}");
    connection.sendText(
        """
        {"request_id": "r1", "action": "send_event", "author_id": "%s", "payload":
          {"chat_id": "%s", "event": {"type": "message", "text": "Hi", "recipients": "all"}}}
        """
            .formatted(botId, chat.id()));
    carl.hears(chat, "Hi");
  }

  @Test
  void shouldBeConfiguredByItsApplicationAlone() {
    String botId = makesBot();

    shop.does("3.1", "update_bot_agent", "{id: '%s', name: 'Botto', avatar: ''}", botId);

    JsonNode bot = details(botId);
    assertThat(bot.path("name").asText()).isEqualTo("Botto");
    assertThat(bot.has("avatar")).isFalse();
    assertThat(bot.at("/application/client_id").asText()).isEqualTo("shop");
    assertThat(bot.at("/groups/0/priority").asText()).isEqualTo("first");
    assertThat(other.fails("3.1", "update_bot_agent", "{id: '%s', name: 'x'}", botId))
        .startsWith("authorization: ");
    assertThat(shop.fails("3.1", "update_bot_agent", "{id: '%s', status: 'busy'}", botId))
        .startsWith("validation: `status`");
    assertThat(other.does("3.1", "get_bot_agents", "{}").path("bot_agents")).isEmpty();
    assertThat(other.does("3.1", "get_bot_agents", "{all: true}").path("bot_agents")).hasSize(1);
  }

  @Test
  void shouldBeAsItWasAfterARestart() {
    String botId = makesBot();
    shop.does("3.1", "update_bot_agent", "{id: '%s', status: 'offline'}", botId);

    server.restartAfter(Duration.ofSeconds(1));

    assertThat(details(botId).path("status").asText()).isEqualTo("offline");
    assertThat(server.customer().fails("start_chat", "{}")).isEqualTo("groups_offline");

    shop.does("3.1", "update_bot_agent", "{id: '%s', status: 'accepting chats'}", botId);
    server.restartAfter(Duration.ofSeconds(1));

    assertThat(details(botId).path("status").asText()).isEqualTo("accepting chats");
    server.customer().startsChat("Hello");
  }

  @Test
  void shouldLeaveItsChatsToOthersWhenItIsRemoved() {
    String botId = makesBot();
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    server.web().bot(SHOP, botId, "send_event", MESSAGE, chat.id(), "Hi");
    JsonNode said = carl.hears(chat, "Hi");
    var anna = server.agent("anna@example.com");

    shop.does("3.1", "remove_bot_agent", "{bot_agent_id: '%s'}", botId);

    anna.says(chat, "I go on");
    carl.hears(chat, "I go on");
    assertThat(server.web().bot(SHOP, botId, "send_event", MESSAGE, chat.id(), "x").errorType())
        .isEqualTo("authorization");
    assertThat(shop.fails("3.1", "get_bot_agent_details", "{bot_agent_id: '%s'}", botId))
        .startsWith("validation: `bot_agent_id`");

    server.restartAfter(Duration.ofSeconds(1));

    JsonNode users =
        server
            .customer(carl.access())
            .does("get_chat_threads", "{chat_id: '%s'}", chat.id())
            .at("/chat/users");
    assertThat(users.toString()).contains("Botty").contains(said.path("author_id").asText());
  }
}
