package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Definitions of properties, and properties of licenses and groups.
@ExtendWith(NoErrorsLogged.class)
class PropertiesOverTheWireTest {
  private static final String SCORE =
      """
      {score: {type: 'int', range: {from: 0, to: 10}, locations: {
        chat: {access: {agent: {read: true, write: true}, customer: {read: true, write: false}}}}}}
      """;
  private static final String SET = "{chat_id: '%s', properties: {%s: {score: %s}}}";

  private final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100)
              .owner("anna@example.com")
              .agent("ben@example.com")
              .application("shop", "token:shop", "anna@example.com")
              .application("routing", "token:routing", "anna@example.com"));
  private final Configurator shop = new Configurator(server, "token:shop");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldTakeEffectInBothChatApisAtOnceAndStaySo() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    anna.sees("incoming_chat_thread", chat);
    assertThat(anna.fails("update_chat_properties", SET, chat.id(), "shop", 3))
        .isEqualTo("validation");

    assertThat(shop.does("3.1", "create_properties", SCORE)).isEmpty();

    anna.does("update_chat_properties", SET, chat.id(), "shop", 3);
    assertThat(
            carl.sees("chat_properties_updated", chat).at("/properties/shop/score/value").asInt())
        .isEqualTo(3);
    assertThat(anna.fails("update_chat_properties", SET, chat.id(), "shop", 11))
        .isEqualTo("validation");
    assertThat(carl.fails("update_chat_properties", SET, chat.id(), "shop", 1))
        .isEqualTo("authorization");

    server.restartAfter(Duration.ofSeconds(1));

    assertThat(shop.does("3.1", "get_property_configs", "{}").at("/shop/score/range/to").asInt())
        .isEqualTo(10);
    assertThat(shop.does("3.1", "get_property_configs", "{all: true}").has("test")).isTrue();
    anna = server.agent("anna@example.com");
    anna.does("update_chat_properties", SET, chat.id(), "shop", 4);
  }

  @Test
  void shouldRefuseWhatClashesOrIsReserved() {
    shop.does("3.1", "create_properties", SCORE);

    assertThat(shop.fails("3.1", "create_properties", SCORE.replace("int", "string")))
        .startsWith("validation: `score");
    assertThat(shop.fails("3.1", "create_properties", SCORE.replace("chat", "room")))
        .startsWith("validation: `score.locations`");
    assertThat(new Configurator(server, "token:routing").fails("3.1", "create_properties", SCORE))
        .startsWith("authorization: ");
    assertThat(shop.does("3.1", "get_property_configs", "{}").at("/shop/score/type").asText())
        .isEqualTo("int");
  }

  @Test
  void shouldAllowAsManyChatsAsThePropertyOfTheLicenseSays() {
    server.agent("anna@example.com");
    var carl = server.customer();
    carl.startsChat("One");
    assertThat(carl.fails("start_chat", "{}")).isEqualTo("limit_reached");
    String two = "{properties: {routing: {max_customer_chats_count: 2}}}";
    assertThat(
            new Configurator(server, TestLicense.tokenOf("ben@example.com"))
                .fails("3.2", "update_license_properties", two))
        .startsWith("authorization: ");

    shop.does("3.2", "update_license_properties", two);

    carl.startsChat("Two");
    server.restartAfter(Duration.ofSeconds(1));
    assertThat(
            shop.does("3.2", "list_license_properties", "{namespace_prefix: 'rout'}")
                .at("/routing/max_customer_chats_count")
                .asInt())
        .isEqualTo(2);
    shop.does(
        "3.2",
        "delete_license_properties",
        "{properties: {routing: ['max_customer_chats_count']}}");
    assertThat(
            shop.does("3.2", "list_license_properties", "{}")
                .at("/routing/max_customer_chats_count")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void shouldKeepPropertiesOfGroups() {
    shop.does(
        "3.2",
        "register_properties",
        "{color: {type: 'string', locations: {group: {access: {agent: {read: true, write: false}}}}}}");

    shop.does(
        "3.2", "update_group_properties", "{group_id: 0, properties: {shop: {color: 'red'}}}");

    server.restartAfter(Duration.ofSeconds(1));
    assertThat(
            shop.does("3.2", "list_group_properties", "{group_id: 0}").at("/shop/color").asText())
        .isEqualTo("red");
    var other = new Configurator(server, TestLicense.tokenOf("ben@example.com"));
    assertThat(
            other.fails(
                "3.2",
                "update_group_properties",
                "{group_id: 0, properties: {shop: {color: 'blue'}}}"))
        .startsWith("authorization: ");
    shop.does("3.2", "delete_group_properties", "{group_id: 0, properties: {shop: ['color']}}");
    assertThat(shop.does("3.2", "list_group_properties", "{group_id: 0}")).isEmpty();
    assertThat(shop.fails("3.2", "list_group_properties", "{group_id: 9}"))
        .startsWith("validation: `group_id`");
  }

  @Test
  void shouldServeEachVersionItsMethodsAndTheChatApisTheirsAlone() {
    assertThat(shop.fails("3.2", "create_properties", SCORE)).startsWith("not_found: ");
    assertThat(shop.fails("3.1", "list_groups", "{}")).startsWith("not_found: ");
    var web = server.web();
    assertThat(
            web.post("/v3.2/agent/action/get_chats_summary", "Bearer token:shop", "{}").errorType())
        .isEqualTo("unsupported_version");
    assertThat(
            web.send(
                    "POST",
                    "/configuration/action/list_groups",
                    "{}",
                    List.of("Authorization", "Bearer token:shop", "X-API-Version", "3.2"))
                .body()
                .at("/0/name")
                .asText())
        .isEqualTo("General");
  }
}
