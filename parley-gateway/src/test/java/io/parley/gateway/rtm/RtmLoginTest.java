package io.parley.gateway.rtm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.gateway.account.GrantEnded;
import io.parley.gateway.testing.Acme;
import io.parley.gateway.testing.RtmClient;
import io.parley.gateway.testing.TestServer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Logging in and out, and what a connection may do before.
class RtmLoginTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject token(String token) {
    return new JsonObject().put("token", "Bearer " + token);
  }

  private static String errorType(JsonObject response) {
    assertThat(response.getBoolean("success")).isFalse();
    return response.getJsonObject("payload").getJsonObject("error").getString("type");
  }

  @Test
  void shouldTellAnAgentWhoSheIs() {
    RtmClient anna = server.agent();

    JsonObject payload = anna.call("login", token("anna"));

    assertThat(payload.getJsonObject("my_profile").getString("id")).isEqualTo(Acme.ANNA.value());
    assertThat(payload.getJsonArray("chats_summary")).isNotNull();
    anna.close();
  }

  @Test
  void shouldTellACustomerWhatSdksNeed() {
    RtmClient carl = server.customer();

    JsonObject payload = carl.call("login", token("carl"));

    assertThat(payload.getString("customer_id")).isEqualTo(Acme.CARL.value());
    assertThat(payload.getJsonArray("chats")).isNotNull();
    assertThat(
            payload
                .getJsonObject("__priv_dynamic_config")
                .getJsonObject("customer_groups")
                .getJsonObject("monitoring")
                .getInteger("id"))
        .isZero();
    carl.close();
  }

  @Test
  void shouldTellAgentsWhereACustomerSeemsToBe() {
    RtmClient anna = server.agent("anna");
    RtmClient dora =
        server
            .connect(
                "/v3.1/customer/rtm/ws?license_id=" + Acme.LICENSE,
                "X-Forwarded-For",
                "10.0.0.1, " + TestServer.WROCLAW)
            .login("dora");

    JsonObject visit = anna.push("customer_visit_started").getJsonObject("payload");

    assertThat(visit.encode())
        .contains("\"city\":\"Wrocław\"")
        .contains("\"country_code\":\"PL\"")
        .contains("\"ip\":\"" + TestServer.WROCLAW + "\"");
    dora.close();
    anna.close();
  }

  @Test
  void shouldLetACustomerInByTheOrganization() {
    RtmClient carl = server.connect("/v3.1/customer/rtm/ws?organization_id=" + Acme.ORGANIZATION);

    carl.login("carl");

    carl.close();
  }

  @Test
  void shouldRefuseAWrongTokenAndTakeARightOneAfterwards() {
    RtmClient anna = server.agent();

    assertThat(errorType(anna.request("login", token("nobody")))).isEqualTo("authentication");

    anna.login("anna");
    anna.close();
  }

  @Test
  void shouldRefuseACustomersTokenAtTheAgentsDoor() {
    RtmClient client = server.agent();

    assertThat(errorType(client.request("login", token("carl")))).isEqualTo("authentication");
    client.close();
  }

  @Test
  void shouldRefuseATokenWithoutTheScopes() {
    RtmClient client = server.agent();

    assertThat(errorType(client.request("login", token("agents-only")))).isEqualTo("authorization");
    client.close();
  }

  @Test
  void shouldRefuseACustomerOfAnotherLicense() {
    RtmClient client = server.connect("/v3.1/customer/rtm/ws?license_id=" + Acme.OTHER_LICENSE);

    assertThat(errorType(client.request("login", token("carl")))).isEqualTo("authorization");
    client.close();
  }

  @Test
  void shouldNameTheFieldThatALoginLacks() {
    RtmClient client = server.agent();

    JsonObject response = client.request("login", new JsonObject());

    assertThat(errorType(response)).isEqualTo("validation");
    assertThat(response.encode()).contains("token");
    client.close();
  }

  @Test
  void shouldAnswerNothingButPingsBeforeTheLogin() {
    RtmClient client = server.agent();

    assertThat(errorType(client.request("get_chats_summary", new JsonObject())))
        .isEqualTo("authentication");
    client.call("ping", new JsonObject());
    client.close();
  }

  @Test
  void shouldRefuseASecondLogin() {
    RtmClient anna = server.agent("anna");

    assertThat(errorType(anna.request("login", token("anna")))).isEqualTo("validation");
    anna.close();
  }

  @Test
  void shouldDisconnectACustomerOfAnUnknownLicense() {
    RtmClient client = server.connect("/v3.1/customer/rtm/ws?license_id=99");

    assertThat(client.push("customer_disconnected").getJsonObject("payload").getString("reason"))
        .isEqualTo("license_not_found");
    client.closed();
  }

  @Test
  void shouldDisconnectAClientOfAnotherVersion() {
    RtmClient client = server.connect("/v9.9/agent/rtm/ws");

    assertThat(client.push("agent_disconnected").getJsonObject("payload").getString("reason"))
        .isEqualTo("unsupported_version");
    client.closed();
  }

  @Test
  void shouldSendAClientOfAnotherRegionThere() {
    RtmClient client = server.connect("/v3.1/agent/rtm/ws", "X-Region", "fra");

    JsonObject response = client.request("login", token("anna"));

    assertThat(errorType(response)).isEqualTo("misdirected_request");
    JsonObject push = client.push("agent_disconnected").getJsonObject("payload");
    assertThat(push.getString("reason")).isEqualTo("misdirected_connection");
    assertThat(push.getJsonObject("data").getString("region")).isEqualTo("dal");
    client.closed();
  }

  @Test
  void shouldCloseAfterTheLogout() {
    RtmClient anna = server.agent("anna");

    anna.call("logout", new JsonObject());

    assertThat(anna.closed()).isEqualTo(1000);
    await().until(() -> server.sessions() == 0);
  }

  @ParameterizedTest
  @EnumSource(GrantEnded.Reason.class)
  void shouldDisconnectWhenTheTokenEnds(GrantEnded.Reason reason) {
    RtmClient ben = server.agent("ben");

    server.acme().end("ben", reason);

    assertThat(ben.push("agent_disconnected").getJsonObject("payload").getString("reason"))
        .isEqualTo(reason.wireName());
    ben.closed();
  }

  @Test
  void shouldWatchTokensOnlyWhileTheyAreUsed() {
    RtmClient anna = server.agent("anna");
    assertThat(server.acme().watchedTokens()).isEqualTo(1);

    anna.close();

    await().until(() -> server.acme().watchedTokens() == 0);
  }

  @Test
  void shouldForgetAConnectionThatIsDropped() {
    RtmClient anna = server.agent("anna");
    RtmClient ben = server.agent("ben");

    anna.cut();

    ben.await(
        frame ->
            "agent_updated".equals(frame.getString("action"))
                && frame.encode().contains(Acme.ANNA.value())
                && frame.encode().contains("offline"));
    ben.close();
    await().until(() -> server.sessions() == 0);
  }
}
