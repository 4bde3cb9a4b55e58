package io.parley.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parley.gateway.http.HttpConfig;
import io.parley.gateway.limit.RateConfig;
import io.parley.gateway.rtm.RtmConfig;
import io.parley.gateway.testing.Acme;
import io.parley.gateway.testing.TestServer;
import io.vertx.core.http.UpgradeRejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Addresses that belong to no API, pages of other origins, and clients that take their time.
class HttpDoorTest {
  private TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldSayThatItLivesAndWhetherItIsReady() {
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);

    server.setReady(false);

    assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldCountConnectionsAndRequests() {
    server.agent("anna");
    server.post("/v3.1/agent/action/get_chats_summary", "anna", "{}");
    server.post("/v3.1/agent/action/get_chats_summary", "nobody", "{}");

    String metrics = server.get("/metrics").body();

    assertThat(metrics)
        .contains("parley_connections{api=\"agent\",state=\"logged_in\"} 1.0")
        .contains("parley_requests_seconds_count{api=\"agent\",method=\"login\"")
        .contains("method=\"get_chats_summary\",outcome=\"success\"")
        .contains("method=\"get_chats_summary\",outcome=\"authentication\"")
        .contains("parley_push_latency_seconds_count");
  }

  @Test
  void shouldFindNothingElsewhere() {
    HttpResponse<String> response = server.get("/nowhere");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("\"type\":\"not_found\"");
  }

  @Test
  void shouldLetPagesOfAnyOriginCallTheCustomerApi() {
    HttpResponse<String> preflight =
        server.send(
            server
                .request("/v3.1/customer/action/start_chat?license_id=" + Acme.LICENSE)
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("access-control-allow-origin"))
        .hasValue("https://shop.example");
    assertThat(preflight.headers().firstValue("access-control-allow-credentials")).hasValue("true");

    HttpResponse<String> answer =
        server.post(
            "/v3.1/customer/action/get_chats_summary?license_id=" + Acme.LICENSE,
            "carl",
            "{}",
            "Origin",
            "https://shop.example");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("access-control-allow-origin"))
        .hasValue("https://shop.example");
  }

  @Test
  void shouldRefuseConnectionsOfCustomersWithoutATenant() {
    assertThatThrownBy(() -> server.connect("/v3.1/customer/rtm/ws"))
        .cause()
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            refused -> {
              assertThat(refused.getStatus()).isEqualTo(400);
              assertThat(refused.getBody().toString())
                  .contains("\"type\":\"validation\"")
                  .contains("license_id");
            });
  }

  @Test
  void shouldSayThatAnRtmAddressIsForWebSockets() {
    assertThat(server.get("/v3.1/agent/rtm/ws").statusCode()).isEqualTo(400);
    assertThat(server.get("/agent/rtm/ws").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldNotWaitForeverForARequest() throws IOException {
    server.close();
    server =
        TestServer.start(
            new HttpConfig(
                1 << 18,
                1 << 16,
                1 << 14,
                Duration.ofMillis(300),
                Duration.ofSeconds(15),
                100,
                false),
            RtmConfig.DEFAULTS,
            RateConfig.DEFAULTS);
    try (var silent = new Socket(InetAddress.getLoopbackAddress(), server.port());
        var slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      slow.getOutputStream()
          .write(
              "POST /v3.1/agent/action/follow_chat HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"
                  .getBytes(StandardCharsets.US_ASCII));
      silent.setSoTimeout(10_000);
      slow.setSoTimeout(10_000);

      assertThat(silent.getInputStream().read()).isEqualTo(-1);
      assertThat(slow.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void shouldRefuseHeadersWithoutEnd() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      var line = ("X-More: " + "x".repeat(30_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(line);

      InputStream answer = socket.getInputStream();

      assertThat(new String(answer.readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 431");
    }
  }

  @Test
  void shouldStopWithinAFewSeconds() {
    server.agent("anna");
    server.get("/health/live");
    long before = System.nanoTime();

    server.stopGateway();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    await().until(() -> server.sessions() == 0);
  }
}
