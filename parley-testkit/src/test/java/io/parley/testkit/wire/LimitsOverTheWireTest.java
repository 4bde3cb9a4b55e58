package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.server.config.ServerConfig;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.RtmClient;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import io.parley.testkit.WebClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is refused although it is well put: too much of it, at the wrong door, or without the
/// scopes.
@ExtendWith(NoErrorsLogged.class)
class LimitsOverTheWireTest {
  private static final int SEARCHES = 5;
  private static final ParleyServer server =
      ParleyServer.start(
          ServerConfig.DEFAULTS.withRates(
              new ServerConfig.RateSettings(2_000, 2_000, 500, SEARCHES)),
          TestLicense.license(100)
              .group(1, "Sales")
              .agent("anna@example.com", 1)
              .agent("ben@example.com")
              .token("reader", "anna@example.com", "chats--all:ro")
              .token("own-chats", "ben@example.com", "chats--my:rw")
              .token("customers", "anna@example.com", "customers:ro")
              .token("searcher", "anna@example.com", "chats--all:ro"));

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void dismiss() {
    server.dismiss();
  }

  @Test
  void shouldLimitHowOftenATokenSearches() {
    var statuses = new ArrayList<Integer>();
    WebClient.Answer last = null;
    for (int i = 0; i < 4 * SEARCHES; i++) {
      last = server.web().agent("searcher", "get_archives", "{}");
      statuses.add(last.status());
    }

    assertThat(statuses.subList(0, SEARCHES)).containsOnly(200);
    assertThat(statuses).contains(429);
    assertThat(server.web().agent("searcher", "get_chats_summary", "{}").status()).isEqualTo(200);
    assertThat(server.web().agent("reader", "get_archives", "{}").status()).isEqualTo(200);
    server.passTime(java.time.Duration.ofSeconds(10));
    assertThat(server.web().agent("searcher", "get_archives", "{}").status()).isEqualTo(200);
  }

  @Test
  void shouldLimitSearchesOverRtmAsWell() {
    RtmClient connection = loggedIn("reader");
    var errors = new ArrayList<String>();
    for (int i = 0; i < 4 * SEARCHES; i++) {
      errors.add(connection.request("get_archives", "{}").errorType());
    }

    assertThat(errors).startsWith("").contains("too_many_requests");
    assertThat(connection.request("get_chats_summary", "{}").success()).isTrue();
  }

  @Test
  void shouldRefuseMoreThanTenRequestsThatWait() {
    var anna = server.agent("anna@example.com");
    TestChat chat = server.customer().startsChat("Hello", 1);
    var requests = new ArrayList<String>();
    for (int i = 0; i < 400; i++) {
      requests.add(anna.connection().send("get_chat_threads", "{chat_id: '%s'}", chat.id()));
    }

    var errors = new ArrayList<String>();
    for (String request : requests) {
      errors.add(anna.connection().response("get_chat_threads", request).errorType());
    }

    assertThat(errors).containsOnly("", "pending_requests_limit_reached");
    assertThat(errors.subList(0, 10)).containsOnly("");
    assertThat(errors).contains("pending_requests_limit_reached");
    assertThat(anna.does("ping", "{}")).isEmpty();
  }

  @Test
  void shouldRefuseMethodsWithoutTheirScopes() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);
    String about = "{chat_id: '" + chat.id() + "'}";

    assertThat(refused("reader", "close_thread", about)).isEqualTo("authorization");
    assertThat(refused("reader", "create_customer", "{}")).isEqualTo("authorization");
    assertThat(refused("reader", "multicast", "{scopes: {agents: {all: true}}, content: 1}"))
        .isEqualTo("authorization");
    assertThat(refused("reader", "get_customers", "{}")).isEqualTo("authorization");
    assertThat(refused("customers", "get_chats_summary", "{}")).isEqualTo("authorization");
    assertThat(
            refused(
                "customers",
                "ban_customer",
                "{customer_id: '" + carl.access().customerId() + "', ban: {days: 1}}"))
        .isEqualTo("authorization");
    assertThat(refused("customers", "get_customers", "{}")).isEmpty();
    assertThat(refused("reader", "get_chat_threads", about)).isEmpty();
    assertThat(refused("own-chats", "close_thread", about)).isEqualTo("authorization");
    anna.sawNo("thread_closed");
  }

  private static String refused(String token, String action, String payload) {
    var answer = server.web().agent(token, action, payload);
    assertThat(answer.status()).isEqualTo(answer.errorType().isEmpty() ? 200 : 403);
    return answer.errorType();
  }

  @Test
  void shouldRefuseMethodsWithoutTheirScopesOverRtm() {
    RtmClient connection = loggedIn("reader");

    assertThat(connection.request("start_chat", "{continuous: true}").errorType())
        .isEqualTo("authorization");
    assertThat(
            connection.request("update_agent", "{routing_status: 'accepting_chats'}").errorType())
        .isEqualTo("authorization");
    assertThat(
            server
                .connection("/v3.1/agent/rtm/ws")
                .request("login", "{token: 'Bearer customers'}")
                .errorType())
        .isEqualTo("authorization");
  }

  @Test
  void shouldShowAConnectionOfItsOwnChatsNobodyElses() {
    var anna = server.agent("anna@example.com");
    RtmClient own = loggedIn("own-chats");
    TestChat chat = server.customer().startsChat("Hello", 1);
    anna.sees("incoming_chat_thread", chat);
    own.request("set_away_status", "{away: false}");

    assertThat(own.waitingFrames().toString()).doesNotContain(chat.id());
    assertThat(own.request("get_chats_summary", "{}").payload().path("found_chats").asInt())
        .isZero();
  }

  @Test
  void shouldSendRequestsToTheRightRegion() {
    String token = "Bearer " + TestLicense.tokenOf("anna@example.com");
    var answer =
        server
            .web()
            .send(
                "POST",
                "/v3.1/agent/action/get_chats_summary",
                "{}",
                List.of("Authorization", token, "X-Region", "fra"));

    assertThat(answer.status()).isEqualTo(421);
    assertThat(answer.errorType()).isEqualTo("misdirected_request");
    assertThat(answer.body().at("/error/data/region").asText()).isEqualTo("dal");
  }

  @Test
  void shouldServeNoOtherVersion() {
    String token = "Bearer " + TestLicense.tokenOf("anna@example.com");
    for (String version : List.of("2.0", "9.9", "x")) {
      var answer =
          server
              .web()
              .send(
                  "POST",
                  "/agent/action/get_chats_summary",
                  "{}",
                  List.of("Authorization", token, "X-API-Version", version));
      assertThat(answer.errorType()).isEqualTo("unsupported_version");
      assertThat(answer.status()).isEqualTo(400);
    }
    RtmClient connection = server.connection("/v9.9/agent/rtm/ws");
    JsonNode told = connection.push("agent_disconnected", _ -> true);
    assertThat(told.at("/payload/reason").asText()).isEqualTo("unsupported_version");
    connection.awaitClose();
  }

  private RtmClient loggedIn(String token) {
    RtmClient connection = server.connection("/v3.1/agent/rtm/ws");
    var login = connection.request("login", "{token: 'Bearer %s'}", token);
    assertThat(login.success()).as("%s", login.payload()).isTrue();
    return connection;
  }
}
