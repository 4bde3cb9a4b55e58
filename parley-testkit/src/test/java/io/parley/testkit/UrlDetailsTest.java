package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parley.server.config.ServerConfig;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What pages say of themselves, asked for over both transports, against a site on this machine.
@ExtendWith(NoErrorsLogged.class)
class UrlDetailsTest {
  private static ParleyServer guarded;
  private static ParleyServer server;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer site;

  @BeforeAll
  static void start() {
    guarded = ParleyServer.start();
    server =
        ParleyServer.start(ServerConfig.DEFAULTS.withPrivateTargetsAllowed(), TestLicense.usual());
  }

  @AfterAll
  static void stop() {
    server.close();
    guarded.close();
  }

  @BeforeEach
  void openSite() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.setExecutor(threads);
    site.createContext("/", this::serve);
    site.start();
  }

  @AfterEach
  void closeSite() {
    site.stop(0);
    threads.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(path);
    try (exchange) {
      switch (path) {
        case "/lamp.png", "/other.png" -> answer(exchange, 200, "image/png", picture());
        case "/there" -> redirect(exchange, "/page.html");
        case "/inside" -> redirect(exchange, "http://[::1]:" + site.getAddress().getPort() + "/x");
        case "/round" -> redirect(exchange, "/round");
        case "/gone" -> answer(exchange, 404, "text/html", page("Gone"));
        case "/file.bin" -> answer(exchange, 200, "application/zip", new byte[100]);
        case "/endless" -> endless(exchange);
        case "/latin" ->
            answer(
                exchange,
                200,
                "text/html; charset=ISO-8859-1",
                "<title>Grüße</title>".getBytes(StandardCharsets.ISO_8859_1));
        default -> answer(exchange, 200, "text/html; charset=utf-8", page("Lamps"));
      }
    }
  }

  private static byte[] page(String title) {
    return """
        <html><head><title>%s</title><meta property="og:description" content="All our lamps">
        <meta property="og:image" content="/lamp.png"></head></html>
        """
        .formatted(title)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] picture() throws IOException {
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes))
        .isTrue();
    return bytes.toByteArray();
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    exchange.sendResponseHeaders(302, -1);
  }

  /// A page whose head is soon told and whose body does not end until the reader hangs up.
  private static void endless(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, 0);
    exchange
        .getResponseBody()
        .write("<title>Endless</title><body>".getBytes(StandardCharsets.UTF_8));
    byte[] more = "more ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    try {
      for (int i = 0; i < 100_000; i++) {
        exchange.getResponseBody().write(more);
      }
    } catch (IOException hungUp) {
      return;
    }
    throw new UncheckedIOException(new IOException("nobody hung up"));
  }

  private String url(String path) {
    return "http://localhost:" + site.getAddress().getPort() + path;
  }

  private static String payload(String url) {
    return "{\"url\": \"%s\"}".formatted(url);
  }

  private static JsonNode details(String url) {
    CustomerAccess carl = CustomerAccess.ofNewCustomer(server);
    var answer = server.web().customer(100, carl.token(), "get_url_details", payload(url));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void shouldTellWhatAPageSaysOfItselfOverBothTransports() {
    JsonNode overWeb = details(url("/page.html?a=b#c"));
    JsonNode overRtm = server.customer().does("get_url_details", payload(url("/page.html?a=b#c")));

    assertThat(overWeb.toString())
        .isEqualTo(
            "{\"title\":\"Lamps\",\"description\":\"All our lamps\",\"image_url\":\"%s\",\"image_width\":40,\"image_height\":30,\"url\":\"%s\"}"
                .formatted(url("/lamp.png"), url("/page.html?a=b#c")));
    assertThat(overRtm).isEqualTo(overWeb);
    assertThat(asked).contains("/page.html?a=b", "/lamp.png");
  }

  @Test
  void shouldGoOnWhereAPageLeads() {
    JsonNode details = details(url("/there"));

    assertThat(details.path("title").asText()).isEqualTo("Lamps");
    assertThat(details.path("url").asText()).isEqualTo(url("/there"));
  }

  @Test
  void shouldTakeWhatIsThere() {
    assertThat(details(url("/other.png")).toString())
        .isEqualTo(
            "{\"image_url\":\"%1$s\",\"image_width\":40,\"image_height\":30,\"url\":\"%1$s\"}"
                .formatted(url("/other.png")));
    assertThat(details(url("/file.bin")).toString())
        .isEqualTo("{\"url\":\"%s\"}".formatted(url("/file.bin")));
    assertThat(details(url("/latin")).path("title").asText()).isEqualTo("Grüße");
    assertThat(details(url("/endless")).path("title").asText()).isEqualTo("Endless");
  }

  @Test
  void shouldRefuseWhatCantBeRead() {
    var carl = server.customer();
    for (String url : List.of(url("/gone"), url("/round"), "http://localhost:1/")) {
      assertThat(carl.fails("get_url_details", payload(url))).isEqualTo("validation");
    }
    assertThat(asked.stream().filter("/round"::equals)).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:%d/",
        "http://127.0.0.1:%d/",
        "http://127.1:%d/",
        "http://[::1]:%d/",
        "http://[::ffff:127.0.0.1]:%d/",
        "http://0.0.0.0:%d/",
        "http://169.254.169.254/latest/meta-data?%d",
        "ftp://localhost:%d/",
        "no address %d",
        ""
      })
  void shouldGoIntoNoPrivateNetwork(String url) {
    CustomerAccess carl = CustomerAccess.ofNewCustomer(guarded);

    var answer =
        guarded
            .web()
            .customer(
                100,
                carl.token(),
                "get_url_details",
                payload(url.formatted(site.getAddress().getPort())));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorType()).isEqualTo("validation");
    assertThat(answer.body().at("/error/message").asText()).contains("`url`");
    assertThat(asked).isEmpty();
  }
}
