package io.parley.gateway.sockjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.gateway.testing.Acme;
import io.parley.gateway.testing.TestServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The RTM API over SockJS.
class SockJsTest {
  private static final String AGENT = "/v3.1/agent/rtm/sjs";
  private static final String CUSTOMER = "/v3.1/customer/rtm/sjs";
  private static final String TENANT = "?license_id=" + Acme.LICENSE;

  private static TestServer server;
  private static Vertx vertx;
  private static WebSocketClient clients;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    vertx = Vertx.vertx();
    clients = vertx.createWebSocketClient();
  }

  @AfterAll
  static void stop() {
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static String request(String action, JsonObject payload) {
    return new JsonObject()
        .put("request_id", action)
        .put("action", action)
        .put("payload", payload)
        .encode();
  }

  private static String login(String token) {
    return request("login", new JsonObject().put("token", "Bearer " + token));
  }

  private static HttpResponse<String> post(String path, String body) {
    return server.send(server.request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// The messages of a frame `a["…", "…"]`.
  private static List<JsonObject> messages(String frame) {
    assertThat(frame).startsWith("a");
    return new JsonArray(frame.substring(1))
        .stream().map(each -> new JsonObject((String) each)).toList();
  }

  @Test
  void shouldTellWhatItCan() {
    JsonObject info = new JsonObject(server.get(AGENT + "/info").body());

    assertThat(info.getBoolean("websocket")).isTrue();
    assertThat(info.getBoolean("cookie_needed")).isFalse();
    assertThat(info.getJsonArray("origins")).containsExactly("*:*");
    assertThat(info.getLong("entropy")).isNotNull();
  }

  @Test
  void shouldTalkOverAWebSocket() throws Exception {
    server.agent("ben");
    var frames = new CopyOnWriteArrayList<String>();
    WebSocket socket =
        clients
            .connect(server.port(), "127.0.0.1", CUSTOMER + "/123/abcdefgh/websocket" + TENANT)
            .onSuccess(each -> each.textMessageHandler(frames::add))
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    await().until(() -> frames.contains("o"));

    socket.writeTextMessage(new JsonArray().add(login("carl")).encode());
    await().until(() -> frames.size() >= 2);

    assertThat(messages(frames.get(1)).getFirst().getBoolean("success")).isTrue();
    socket.writeTextMessage(
        new JsonArray()
            .add(request("start_chat", new JsonObject().put("chat", new JsonObject())))
            .encode());
    await().until(() -> frames.stream().anyMatch(each -> each.contains("incoming_chat_thread")));
    socket.close();
  }

  @Test
  void shouldTalkOverPolling() {
    String session = AGENT + "/000/" + "polling1";
    assertThat(post(session + "/xhr", "").body()).isEqualTo("o\n");

    HttpResponse<String> sent =
        post(session + "/xhr_send", new JsonArray().add(login("anna")).encode());
    assertThat(sent.statusCode()).isEqualTo(204);
    JsonObject response = messages(post(session + "/xhr", "").body().strip()).getFirst();

    assertThat(response.getString("request_id")).isEqualTo("login");
    assertThat(response.getBoolean("success")).as(response.encode()).isTrue();
    assertThat(response.getJsonObject("payload").encode()).contains(Acme.ANNA.value());
  }

  @Test
  void shouldAskCustomersForTheTenant() {
    String session = CUSTOMER + "/000/notenant";

    assertThat(post(session + "/xhr", "").body()).startsWith("c[");
  }

  @Test
  void shouldForgetAPollerThatStaysAway() {
    String session = CUSTOMER + "/000/stayaway";
    post(session + "/xhr" + TENANT, "");
    post(session + "/xhr_send" + TENANT, new JsonArray().add(login("dora")).encode());
    post(session + "/xhr" + TENANT, "");

    await()
        .untilAsserted(
            () ->
                assertThat(
                        server
                            .metrics()
                            .get("parley.connections")
                            .tag("api", "customer")
                            .tag("state", "logged_in")
                            .gauge()
                            .value())
                    .isZero());
  }

  @Test
  void shouldSurviveNonsense() {
    String session = AGENT + "/000/nonsense";
    post(session + "/xhr", "");

    assertThat(post(session + "/xhr_send", "nonsense").statusCode()).isEqualTo(500);
    assertThat(post(AGENT + "/000/nobody/xhr_send", "[\"{}\"]").statusCode()).isEqualTo(404);
    post(session + "/xhr_send", "[\"{\"]");
    assertThat(post(session + "/xhr", "").body()).contains("validation");
  }
}
