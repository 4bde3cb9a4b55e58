package io.parley.gateway.rtm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.gateway.http.HttpConfig;
import io.parley.gateway.limit.RateConfig;
import io.parley.gateway.testing.RtmClient;
import io.parley.gateway.testing.TestServer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How patient the server is, and what it does not take.
class RtmLimitsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  private TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private void restart(RtmConfig config) {
    server.close();
    server = TestServer.start(config);
  }

  private static RtmConfig patience(Duration login, Duration silence, Duration request) {
    return new RtmConfig(login, silence, SHORT.dividedBy(3), request, SHORT, 10, 1_000, 1 << 22);
  }

  private static String error(JsonObject response) {
    return response.getJsonObject("payload").getJsonObject("error").getString("type");
  }

  private static String reason(JsonObject push) {
    return push.getJsonObject("payload").getString("reason");
  }

  @Test
  void shouldCloseAConnectionThatDoesNotLogIn() {
    restart(patience(SHORT, LONG, LONG));
    RtmClient agent = server.agent();
    RtmClient customer = server.customer();

    agent.call("ping", new JsonObject());

    assertThat(reason(agent.push("agent_disconnected"))).isEqualTo("connection_timeout");
    assertThat(reason(customer.push("customer_disconnected"))).isEqualTo("connection_timeout");
    agent.closed();
    customer.closed();
  }

  @Test
  void shouldCloseAConnectionThatFallsSilent() {
    restart(patience(LONG, SHORT, LONG));
    RtmClient anna = server.agent("anna").stopReading();

    await().until(() -> server.sessions() == 0);
    assertThat(anna.received()).isNotEmpty();
    anna.cut();
  }

  @Test
  void shouldKeepAClientThatAnswersPings() {
    restart(patience(LONG, SHORT, LONG));
    RtmClient anna = server.agent("anna");

    await().until(() -> anna.pings() >= 8);

    assertThat(anna.isOpen()).isTrue();
    anna.call("get_chats_summary", new JsonObject());
  }

  @Test
  void shouldAnswerPings() {
    RtmClient anna = server.agent("anna");

    JsonObject response = anna.request("ping", new JsonObject());

    assertThat(response.getBoolean("success")).isTrue();
    anna.ping().send("{\"action\":\"ping\"}");
    anna.await(
        frame -> "ping".equals(frame.getString("action")) && !frame.containsKey("request_id"));
  }

  @Test
  void shouldLetTenRequestsWaitAndRefuseTheEleventh() {
    RtmClient anna = server.agent("anna");
    RtmClient carl = server.customer("carl");
    String chatId = chat(carl);
    anna.push("incoming_chat_thread");
    await().until(() -> server.journal().waiting() == 0);
    server.journal().hold();

    List<String> requests =
        Stream.generate(() -> carl.ask("send_event", message(chatId, "hi"))).limit(11).toList();

    assertThat(error(carl.response(requests.getLast())))
        .isEqualTo("pending_requests_limit_reached");
    server.journal().release();
    for (String request : requests.subList(0, 10)) {
      assertThat(carl.response(request).getBoolean("success")).isTrue();
    }
    carl.call("send_event", message(chatId, "once more"));
  }

  private static String chat(RtmClient client) {
    return client
        .call("start_chat", new JsonObject().put("chat", new JsonObject()))
        .getString("chat_id");
  }

  private static JsonObject message(String chatId, String text) {
    return new JsonObject()
        .put("chat_id", chatId)
        .put(
            "event",
            new JsonObject().put("type", "message").put("text", text).put("recipients", "all"));
  }

  @Test
  void shouldGiveUpARequestThatTakesTooLong() {
    restart(patience(LONG, LONG, SHORT));
    RtmClient carl = server.customer("carl");
    server.agent("anna");
    String chatId = chat(carl);
    server.journal().hold();

    JsonObject response = carl.request("send_event", message(chatId, "hi"));

    assertThat(error(response)).isEqualTo("request_timeout");
    server.journal().release();
    carl.push("incoming_event");
    assertThat(
            carl.received().stream().filter(each -> "send_event".equals(each.getString("action"))))
        .hasSize(1);
  }

  @Test
  void shouldUndoALoginThatComesTooLate() {
    restart(patience(LONG, LONG, SHORT));
    server.journal().hold();
    RtmClient anna = server.agent();

    JsonObject response = anna.request("login", new JsonObject().put("token", "Bearer anna"));

    assertThat(error(response)).isEqualTo("request_timeout");
    server.journal().release();
    anna.login("anna");
    await().until(() -> server.sessions() == 1);
  }

  @Test
  void shouldUndoALoginWhoseConnectionIsGone() {
    RtmClient ben = server.agent("ben");
    server.journal().hold();
    RtmClient anna = server.agent();
    anna.ask("login", new JsonObject().put("token", "Bearer anna"));
    await().until(() -> server.journal().waiting() > 0);

    anna.cut();
    await().until(() -> connections("agent", "awaiting_login") == 0);
    server.journal().release();

    ben.await(frame -> frame.encode().contains("anna@acme") && frame.encode().contains("offline"));
    await().until(() -> server.sessions() == 1);
  }

  private double connections(String api, String state) {
    return server
        .metrics()
        .get("parley.connections")
        .tag("api", api)
        .tag("state", state)
        .gauge()
        .value();
  }

  @Test
  void shouldCutOffAClientThatDoesNotRead() {
    restart(new RtmConfig(LONG, LONG, LONG, LONG, SHORT, 10, 50, 1 << 20));
    RtmClient anna = server.agent("anna");
    RtmClient carl = server.customer("carl");
    String chatId = chat(carl);
    RtmClient lazy = server.customerWithSmallBuffer("carl").stopReading();
    String text = "x".repeat(15_000);

    for (int i = 0; i < 3_000 && cutOff() == 0; i++) {
      anna.forget().call("send_event", message(chatId, text));
    }

    assertThat(cutOff()).isEqualTo(1);
    assertThat(lazy.received()).isNotEmpty();
    assertThat(carl.isOpen()).isTrue();
    await().until(() -> server.sessions() == 2);
    lazy.cut();
  }

  private double cutOff() {
    return server.metrics().get("parley.connections.cut").tag("api", "customer").counter().count();
  }

  @Test
  void shouldCloseOnABinaryFrame() {
    assertThat(server.agent().sendBinary(new byte[] {1, 2, 3}).closed()).isEqualTo(1003);
  }

  @Test
  void shouldCloseOnAnOversizedFrame() {
    RtmClient client = server.agent();

    client.sendFrame(WebSocketFrame.textFrame("x".repeat(70_000), true));

    assertThat(client.closed()).isEqualTo(1009);
  }

  @Test
  void shouldCloseOnAnOversizedMessageInSmallFrames() {
    RtmClient client = server.agent();

    client
        .sendFrame(WebSocketFrame.textFrame("x".repeat(60_000), false))
        .sendFrame(WebSocketFrame.continuationFrame(Buffer.buffer("x".repeat(60_000)), true));

    assertThat(client.closed()).isEqualTo(1009);
  }

  @Test
  void shouldPutAMessageTogether() {
    RtmClient client = server.agent();

    client
        .sendFrame(WebSocketFrame.textFrame("{\"action\":", false))
        .sendFrame(WebSocketFrame.continuationFrame(Buffer.buffer("\"ping\"}"), true));

    client.await(frame -> "ping".equals(frame.getString("action")));
  }

  @Test
  void shouldAnswerMalformedFramesAndGoOn() {
    RtmClient client = server.agent();

    for (String frame : List.of("{", "[]", "7", "", "{\"action\":7}", "{\"payload\":{}}")) {
      client.forget().send(frame);
      JsonObject response = client.await(_ -> true);
      assertThat(error(response)).isEqualTo("validation");
      assertThat(response.containsKey("request_id")).isFalse();
    }
    client.login("anna");
  }

  @Test
  void shouldNameTheRequestThatIsMalformed() {
    RtmClient client = server.agent();

    client.send("{\"request_id\":\"a\",\"payload\":{}}");
    client.send("{\"request_id\":\"b\",\"action\":\"login\",\"payload\":7}");

    assertThat(client.await(frame -> "a".equals(frame.getString("request_id")))).isNotNull();
    JsonObject response = client.await(frame -> "b".equals(frame.getString("request_id")));
    assertThat(response.getString("action")).isEqualTo("login");
    assertThat(error(response)).isEqualTo("validation");
  }

  @Test
  void shouldPassOverAByteOrderMark() {
    RtmClient client = server.agent();

    client.send("\uFEFF{\"request_id\":\"a\",\"action\":\"ping\"}");

    assertThat(client.response("a").getBoolean("success")).isTrue();
  }

  @Test
  void shouldNeverLimitFiftyRequestsInASecond() {
    RtmClient anna = server.agent("anna");

    for (int i = 0; i < 200; i++) {
      anna.call("get_chats_summary", new JsonObject());
    }
  }

  @Test
  void shouldRefuseAFlood() {
    server.close();
    server =
        TestServer.start(HttpConfig.DEFAULTS, RtmConfig.DEFAULTS, new RateConfig(10, 10, 10, 10));
    RtmClient anna = server.agent("anna");
    var outcomes = new ArrayList<String>();

    for (int i = 0; i < 40; i++) {
      JsonObject response = anna.request("get_chats_summary", new JsonObject());
      outcomes.add(response.getBoolean("success") ? "success" : error(response));
    }

    assertThat(outcomes).containsOnly("success", "too_many_requests");
    assertThat(outcomes.getFirst()).isEqualTo("success");
  }

  @Test
  void shouldCloseAConnectionThatSendsFramesWithoutEnd() {
    RtmClient client = server.agent();
    String ping = "{\"action\":\"ping\"}";

    for (int i = 0; i < 100_000 && client.isOpen(); i++) {
      client.send(ping);
    }

    assertThat(client.closed()).isIn(1008, 1006);
    server.agent("anna").call("ping", new JsonObject());
  }

  @Test
  void shouldRefuseTooManyStrangers() {
    server.close();
    server =
        TestServer.start(
            new HttpConfig(1 << 18, 1 << 16, 1 << 14, LONG, LONG, 2, false),
            RtmConfig.DEFAULTS,
            RateConfig.DEFAULTS);
    server.agent();
    server.agent("anna");
    server.agent();

    RtmClient third = server.agent();

    assertThat(reason(third.push("agent_disconnected")))
        .isEqualTo("too_many_unauthorized_connections");
    third.closed();
  }

  @Test
  void shouldTakeItsLeaveWhenTheServerStops() {
    RtmClient anna = server.agent("anna");
    RtmClient carl = server.customer("carl");
    String chatId = chat(carl);
    server.journal().hold();
    String request = carl.ask("send_event", message(chatId, "the last word"));
    await().until(() -> server.journal().waiting() > 0);

    Thread stopping = Thread.ofVirtual().start(server::stopGateway);
    anna.push("agent_disconnected");
    server.journal().release();

    assertThat(carl.response(request).getBoolean("success")).isTrue();
    assertThat(reason(carl.push("customer_disconnected"))).isEqualTo("connection_evicted");
    assertThat(reason(anna.push("agent_disconnected"))).isEqualTo("agent_disconnected_by_server");
    assertThat(anna.closed()).isEqualTo(1000);
    carl.closed();
    await().until(() -> !stopping.isAlive());
  }

  @Test
  void shouldServeOthersWhileManyNeverLogIn() {
    var strangers = new ArrayList<RtmClient>();
    for (int i = 0; i < 300; i++) {
      strangers.add(server.agent());
    }

    server.agent("anna").call("get_chats_summary", new JsonObject());

    assertThat(connections("agent", "awaiting_login")).isEqualTo(300);
    strangers.forEach(RtmClient::cut);
    await().until(() -> connections("agent", "awaiting_login") == 0);
  }

  @Test
  void shouldSendNothingTwiceToAChatStartedWithEvents() {
    RtmClient anna = server.agent("anna");
    RtmClient carl = server.customer("carl");
    var events = new JsonArray().add(message("", "hello").getJsonObject("event"));

    carl.call(
        "start_chat",
        new JsonObject()
            .put("chat", new JsonObject().put("thread", new JsonObject().put("events", events))));
    anna.push("incoming_chat_thread");
    anna.call("ping", new JsonObject());

    assertThat(anna.received().stream().map(each -> each.getString("action")))
        .containsOnlyOnce("incoming_chat_thread");
  }
}
