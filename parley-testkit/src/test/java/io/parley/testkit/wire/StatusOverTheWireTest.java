package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.RtmClient;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who is there, and what customers are told of it.
@ExtendWith(NoErrorsLogged.class)
class StatusOverTheWireTest {
  private static final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100)
              .group(1, "Sales")
              .group(2, "Support")
              .agent("anna@example.com", 1)
              .agent("ben@example.com", 2)
              .token("own-status", "ben@example.com", "agents--my:rw"));

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void dismiss() {
    server.dismiss();
  }

  @Test
  void shouldAnswerAnAgentsLoginWithLicenseAndProfile() {
    JsonNode login = server.agent("anna@example.com").login();

    assertThat(login.at("/license/id").asText()).isEqualTo("100");
    assertThat(login.at("/license/plan").isTextual()).isTrue();
    assertThat(login.at("/license/creation_timestamp").isNumber()).isTrue();
    assertThat(login.at("/license/expiration_timestamp").isNumber()).isTrue();
    assertThat(login.at("/license/in_trial").isBoolean()).isTrue();
    assertThat(login.at("/my_profile/id").asText()).isEqualTo("anna@example.com");
    assertThat(login.at("/my_profile/type").asText()).isEqualTo("agent");
    assertThat(login.at("/my_profile/permission").asText()).isEqualTo("normal");
    assertThat(login.at("/my_profile/routing_status").asText()).isEqualTo("accepting_chats");
    assertThat(login.path("chats_summary").isArray()).isTrue();
  }

  @Test
  void shouldTellEveryAgentOfAStatus() {
    var anna = server.agent("anna@example.com");
    var ben = server.agent("ben@example.com");

    assertThat(ben.does("update_agent", "{routing_status: 'not_accepting_chats'}")).isEmpty();
    JsonNode updated =
        anna.sees(
            "agent_updated",
            push -> push.path("routing_status").asText().equals("not_accepting_chats"));
    assertThat(updated.path("agent_id").asText()).isEqualTo("ben@example.com");

    anna.does("update_agent", "{agent_id: 'ben@example.com', routing_status: 'accepting_chats'}");
    ben.sees(
        "agent_updated",
        push ->
            push.path("routing_status").asText().equals("accepting_chats")
                && push.path("agent_id").asText().equals("ben@example.com"));
    assertThat(anna.fails("update_agent", "{routing_status: 'asleep'}")).isEqualTo("validation");
    assertThat(
            server
                .web()
                .agent(
                    "own-status",
                    "update_agent",
                    "{agent_id: 'anna@example.com', routing_status: 'accepting_chats'}")
                .status())
        .isEqualTo(403);
    assertThat(ben.does("set_away_status", "{away: true}")).isEmpty();
  }

  @Test
  void shouldLogOutAndCloseTheConnection() {
    var anna = server.agent("anna@example.com");
    RtmClient connection = server.connection("/v3.1/agent/rtm/ws");
    connection.request("login", "{token: 'Bearer %s'}", TestLicense.tokenOf("ben@example.com"));

    assertThat(connection.request("logout", "{}").success()).isTrue();

    connection.awaitClose();
    JsonNode updated =
        anna.sees("agent_updated", push -> push.path("routing_status").asText().equals("offline"));
    assertThat(updated.path("agent_id").asText()).isEqualTo("ben@example.com");
  }

  @Test
  void shouldTellWhichGroupsAreOnline() {
    server.agent("anna@example.com");
    var carl = server.customer();

    JsonNode all = carl.does("get_groups_status", "{all: true}").path("groups_status");
    assertThat(all.path("0").asText()).isEqualTo("online");
    assertThat(all.path("1").asText()).isEqualTo("online");
    assertThat(all.path("2").asText()).isEqualTo("offline");
    assertThat(carl.does("get_groups_status", "{groups: [2, 77]}").path("groups_status").toString())
        .isEqualTo("{\"2\":\"offline\"}");
    assertThat(carl.login().at("/__priv_dynamic_config/online_groups_ids").toString())
        .isEqualTo("[0,1]");
  }

  @Test
  void shouldPredictWhoGetsTheChat() {
    var carl = server.customer();
    assertThat(carl.fails("get_predicted_agent", "{}")).isEqualTo("group_offline");
    server.agent("anna@example.com");

    JsonNode predicted = carl.does("get_predicted_agent", "{}");
    assertThat(predicted.path("name").asText()).isEqualTo("Anna");
    assertThat(predicted.path("type").asText()).isEqualTo("agent");
    assertThat(predicted.path("is_bot").asBoolean(true)).isFalse();
    assertThat(predicted.path("id").asText()).isNotEmpty().doesNotContain("@");
    assertThat(carl.fails("get_predicted_agent", "{group_id: 2}")).isEqualTo("group_offline");
    assertThat(carl.fails("get_predicted_agent", "{group_id: 77}")).isEqualTo("group_not_found");

    TestChat chat = carl.startsChat("Hello");
    assertThat(
            carl.does("get_chat_threads", "{chat_id: '%s'}", chat.id())
                .at("/chat/users")
                .findValuesAsText("id"))
        .contains(predicted.path("id").asText());
  }

  @Test
  void shouldKeepWhichDevicesWantNotifications() {
    var anna = server.agent("anna@example.com");

    assertThat(
            anna.does(
                "change_push_notifications",
                "{firebase_token: 'device-1', platform: 'ios', enabled: true}"))
        .isEmpty();
    anna.does(
        "change_push_notifications",
        "{firebase_token: 'device-1', platform: 'ios', enabled: false}");
    anna.does(
        "change_push_notifications",
        "{firebase_token: 'device-2', platform: 'android', enabled: true}");

    assertThat(
            server.rows(
                "select firebase_token || ' ' || platform || ' ' || enabled from push_device order by 1"))
        .containsExactly("device-1 ios false", "device-2 android true");
    assertThat(
            anna.fails(
                "change_push_notifications",
                "{firebase_token: 'device-1', platform: 'windows', enabled: true}"))
        .isEqualTo("validation");
  }

  @Test
  void shouldMarkEventsAsSeenForBothSides() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);
    anna.says(chat, "Hello!");
    String time = carl.hears(chat, "Hello!").path("created_at").asText();

    assertThat(
            carl.does("mark_events_as_seen", "{chat_id: '%s', seen_up_to: '%s'}", chat.id(), time))
        .isEmpty();

    JsonNode seen = anna.sees("events_marked_as_seen", chat);
    assertThat(seen.path("user_id").asText()).isEqualTo(carl.access().customerId());
    assertThat(seen.path("seen_up_to").asText()).isEqualTo(time);
    JsonNode users = anna.does("get_chat_threads", "{chat_id: '%s'}", chat.id()).at("/chat/users");
    assertThat(users.findValuesAsText("events_seen_up_to")).contains(time);
    assertThat(carl.fails("mark_events_as_seen", "{chat_id: '%s', seen_up_to: 'now'}", chat.id()))
        .isEqualTo("validation");
  }

  @Test
  void shouldSendTypingIndicatorsToTheOtherSideAlone() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);

    assertThat(anna.does("send_typing_indicator", "{chat_id: '%s', is_typing: true}", chat.id()))
        .isEmpty();

    JsonNode typing = carl.sees("incoming_typing_indicator", chat);
    assertThat(typing.path("thread_id").asText()).isEqualTo(chat.threadId());
    assertThat(typing.at("/typing_indicator/is_typing").asBoolean()).isTrue();
    assertThat(typing.at("/typing_indicator/timestamp").asLong()).isPositive();
    assertThat(typing.at("/typing_indicator/author_id").asText()).isNotEmpty().doesNotContain("@");
    anna.sawNo("incoming_typing_indicator");
  }
}
