package io.parley.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.testing.Acme;
import io.parley.gateway.testing.RtmClient;
import io.parley.gateway.testing.TestServer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The Web API: methods, tenants, versions, regions, and every way to ask wrongly.
class WebApiTest {
  private static final String CUSTOMER = "/v3.1/customer/action/";
  private static final String AGENT = "/v3.1/agent/action/";
  private static final String TENANT = "?license_id=" + Acme.LICENSE;

  private static TestServer server;
  private static RtmClient anna;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    anna = server.agent("anna");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject ok(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    return new JsonObject(response.body());
  }

  private static void failed(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    JsonObject error = new JsonObject(response.body()).getJsonObject("error");
    assertThat(error.getString("type")).isEqualTo(type);
    assertThat(error.getString("message")).isNotBlank();
  }

  private static String startChat() {
    return ok(server.post(CUSTOMER + "start_chat" + TENANT, "carl", "{\"chat\":{}}"))
        .getString("chat_id");
  }

  @Test
  void shouldStartAChatThatConnectionsHearOf() {
    String chatId = startChat();

    anna.await(
        frame ->
            "incoming_chat_thread".equals(frame.getString("action"))
                && frame.encode().contains(chatId));
  }

  @Test
  void shouldAnswerAMethodWithoutPayloadWithAnEmptyObject() {
    String chatId = startChat();

    assertThat(ok(server.post(AGENT + "follow_chat", "anna", "{\"chat_id\":\"" + chatId + "\"}")))
        .isEqualTo(new JsonObject());
  }

  @Test
  void shouldTakeTheTypeOfFormsThatCurlSends() {
    HttpResponse<String> response =
        server.post(
            AGENT + "get_chats_summary",
            "anna",
            "{\"limit\":3}",
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(ok(response).getJsonArray("chats_summary")).isNotNull();
  }

  @Test
  void shouldTakeNoBodyForNoPayload() {
    ok(server.post(AGENT + "get_chats_summary", "anna", ""));
    ok(server.post(AGENT + "get_chats_summary", "anna", "null"));
    ok(server.post(AGENT + "get_chats_summary", "anna", "{\"payload\":{}}"));
    ok(server.post(AGENT + "get_chats_summary", "anna", "\uFEFF{\"limit\":3}"));
  }

  @Test
  void shouldTakeTheVersionFromTheHeader() {
    ok(server.post("/agent/action/get_chats_summary", "anna", "{}", "X-API-Version", "3.1"));
    failed(server.post("/agent/action/get_chats_summary", "anna", "{}"), 400, "validation");
    failed(
        server.post("/agent/action/get_chats_summary", "anna", "{}", "X-API-Version", "9"),
        400,
        "unsupported_version");
    failed(
        server.post("/v9.9/agent/action/get_chats_summary", "anna", "{}"),
        400,
        "unsupported_version");
    failed(
        server.post("/v3.2/agent/action/get_chats_summary", "anna", "{}"),
        400,
        "unsupported_version");
    failed(
        server.post("/v3.2/configuration/action/get_chats_summary", "anna", "{}"),
        404,
        "not_found");
  }

  @Test
  void shouldSendARequestForAnotherRegionThere() {
    HttpResponse<String> response =
        server.post(AGENT + "get_chats_summary", "anna", "{}", "X-Region", "fra");

    failed(response, 421, "misdirected_request");
    assertThat(
            new JsonObject(response.body())
                .getJsonObject("error")
                .getJsonObject("data")
                .getString("region"))
        .isEqualTo("dal");
    ok(server.post(AGENT + "get_chats_summary", "anna", "{}", "X-Region", "dal"));
    ok(server.post(AGENT + "get_chats_summary", "anna", "{}", "X-Region", ""));
  }

  @Test
  void shouldAskForAToken() {
    failed(server.post(AGENT + "get_chats_summary", "", "{}"), 401, "authentication");
    failed(server.post(AGENT + "get_chats_summary", "nobody", "{}"), 401, "authentication");
    failed(server.post(AGENT + "get_chats_summary", "carl", "{}"), 401, "authentication");
  }

  @Test
  void shouldAskForScopes() {
    failed(server.post(AGENT + "get_chats_summary", "agents-only", "{}"), 403, "authorization");
  }

  @Test
  void shouldAskACustomerForTheTenant() {
    String list = CUSTOMER + "get_chats_summary";
    failed(server.post(list, "carl", "{}"), 400, "validation");
    failed(server.post(list + "?license_id=acme", "carl", "{}"), 400, "validation");
    failed(server.post(list + "?license_id=99", "carl", "{}"), 404, "license_not_found");
    failed(
        server.post(list + "?license_id=" + Acme.OTHER_LICENSE, "carl", "{}"),
        403,
        "authorization");
    ok(server.post(list + "?organization_id=" + Acme.ORGANIZATION, "carl", "{}"));
    failed(server.post(list + "?organization_id=none", "carl", "{}"), 404, "license_not_found");
  }

  @Test
  void shouldLetAgentsNameATenantOrNot() {
    ok(server.post(AGENT + "get_chats_summary" + TENANT, "anna", "{}"));
    ok(server.post(AGENT + "get_chats_summary?license_id=99", "anna", "{}"));
  }

  @Test
  void shouldNotFindAnUnknownAction() {
    failed(server.post(AGENT + "fly", "anna", "{}"), 404, "not_found");
    failed(server.post(AGENT + "login", "anna", "{}"), 404, "not_found");
  }

  @Test
  void shouldRefuseBodiesThatAreNoJson() {
    for (String body : new String[] {"{", "[]", "7", "chat_id=7", "{} {}"}) {
      failed(server.post(AGENT + "follow_chat", "anna", body), 400, "validation");
    }
  }

  @Test
  void shouldRefuseABodyThatIsNoUtf8() {
    HttpRequest.Builder request =
        server
            .request(AGENT + "follow_chat")
            .header("Authorization", "Bearer anna")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}));

    failed(server.send(request), 400, "validation");
  }

  @Test
  void shouldRefuseABodyThatIsTooLarge() {
    failed(
        server.post(AGENT + "follow_chat", "anna", "x".repeat(300_000)), 413, "entity_too_large");
    ok(server.post(AGENT + "get_chats_summary", "anna", "{}"));
  }

  @Test
  void shouldPassOnTheRefusalsOfTheRules() {
    failed(
        server.post(AGENT + "follow_chat", "anna", "{\"chat_id\":\"NOSUCHCHAT\"}"),
        400,
        "validation");
  }

  @Test
  void shouldRefuseAnAuthorWhoIsNoBot() {
    String body = "{\"chat_id\":\"" + startChat() + "\"}";

    failed(
        server.post(AGENT + "follow_chat", "anna", body, "X-Author-Id", Acme.BEN.value()),
        403,
        "authorization");
    ok(server.post(AGENT + "follow_chat", "anna", body, "X-Author-Id", Acme.BOT.value()));
    ok(server.post(AGENT + "follow_chat", "anna", body, "X-Author-Id", ""));
  }

  @Test
  void shouldSayThatItReadsNoCompressedBodies() {
    HttpResponse<String> response =
        server.post(AGENT + "get_chats_summary", "anna", "{}", "Content-Encoding", "gzip");

    failed(response, 400, "validation");
    assertThat(response.body()).contains("Content-Encoding");
    ok(server.post(AGENT + "get_chats_summary", "anna", "{}", "Content-Encoding", "Identity"));
    ok(server.post(AGENT + "get_chats_summary", "anna", "{}", "Content-Encoding", ""));
  }

  @Test
  void shouldRefuseOtherHttpMethods() {
    failed(server.get(AGENT + "get_chats_summary"), 405, "not_allowed");
  }
}
