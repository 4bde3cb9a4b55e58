package io.parley.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parley.core.license.LicenseId;
import io.parley.core.webhook.WebhookId;
import io.parley.runtime.outgoing.Targets;
import io.parley.store.outbox.OutboxEntry;
import io.parley.store.outbox.OutboxEntry.Tries;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Requests to a receiver on this machine.
class HttpSenderTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private static final int EVENT_LOOPS = 2;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
  private final Map<String, String> headers = new ConcurrentHashMap<>();
  private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
  private final CountDownLatch silence = new CountDownLatch(1);
  private HttpServer receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    silence.countDown();
    receiver.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /// The path says how to answer.
  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      headers.put("body", new String(body, StandardCharsets.UTF_8));
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      ports.add(exchange.getRemoteAddress().getPort());
      switch (exchange.getRequestURI().getPath()) {
        case "/silent" -> await(silence);
        case "/endless" -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 1_000; i++) {
            exchange.getResponseBody().write(new byte[1_024]);
          }
        }
        case "/moved" -> {
          exchange.getResponseHeaders().set("Location", "/200");
          exchange.sendResponseHeaders(302, -1);
        }
        case String path -> exchange.sendResponseHeaders(Integer.parseInt(path.substring(1)), -1);
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpSender sender(boolean privateAllowed) {
    var targets = new Targets(host -> List.of(InetAddress.getAllByName(host)), privateAllowed);
    return new HttpSender(vertx, targets, TIMEOUT, Clock.systemUTC());
  }

  private String url(String path) {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
  }

  static OutboxEntry entry(String url) {
    return new OutboxEntry(
        new LicenseId(100),
        new WebhookId("hook"),
        7,
        "chat A",
        "event_added",
        url,
        "Jefe",
        "what do ya want for nothing?",
        Tries.NONE);
  }

  private static Outcome sent(HttpSender sender, String url) throws Exception {
    var outcome = new CompletableFuture<Outcome>();
    sender.send(entry(url), outcome::complete);
    return outcome.get(20, TimeUnit.SECONDS);
  }

  @Test
  void shouldPostTheBodySigned() throws Exception {
    try (HttpSender sender = sender(true)) {
      assertThat(sent(sender, url("/200"))).isEqualTo(new Outcome.Delivered());
    }

    assertThat(headers)
        .containsEntry("body", "what do ya want for nothing?")
        .containsEntry("Content-type", "application/json")
        .containsEntry("X-parley-delivery", "100-hook-7")
        .containsEntry(
            "X-parley-signature",
            "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @ParameterizedTest
  @CsvSource({"/204, true", "/299, true", "/404, false", "/500, false", "/moved, false"})
  void shouldTakeNothingButSuccessForAnAnswer(String path, boolean delivered) throws Exception {
    try (HttpSender sender = sender(true)) {
      assertThat(sent(sender, url(path)) instanceof Outcome.Delivered).isEqualTo(delivered);
    }
  }

  @Test
  void shouldUseConnectionsAgain() throws Exception {
    try (HttpSender sender = sender(true)) {
      for (int i = 0; i < 20; i++) {
        sent(sender, url("/200"));
      }
    }

    assertThat(ports).as("one for each event loop").hasSizeLessThanOrEqualTo(EVENT_LOOPS);
  }

  @Test
  void shouldSeeEveryAnswerHoweverManyComeAtOnce() throws Exception {
    int many = 2_000;
    var outcomes = new ConcurrentLinkedQueue<Outcome>();
    var left = new CountDownLatch(many);
    var atATime = new Semaphore(32);
    try (HttpSender sender = sender(true)) {
      for (int i = 0; i < many; i++) {
        atATime.acquire();
        sender.send(
            entry(url("/200")),
            outcome -> {
              outcomes.add(outcome);
              atATime.release();
              left.countDown();
            });
      }
      assertThat(left.await(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(outcomes).containsOnly(new Outcome.Delivered());
  }

  @Test
  void shouldNotWaitForASilentReceiver() throws Exception {
    try (HttpSender sender = sender(true)) {
      assertThat(sent(sender, url("/silent"))).isEqualTo(new Outcome.Failed("no answer within 3s"));
      assertThat(sent(sender, url("/200"))).isEqualTo(new Outcome.Delivered());
    }
  }

  @Test
  void shouldNotReadAnswersToTheEnd() throws Exception {
    try (HttpSender sender = sender(true)) {
      assertThat(sent(sender, url("/endless"))).isEqualTo(new Outcome.Delivered());
      assertThat(sent(sender, url("/200"))).isEqualTo(new Outcome.Delivered());
    }
  }

  @Test
  void shouldSayWhyAReceiverCannotBeReached() throws Exception {
    receiver.stop(0);
    try (HttpSender sender = sender(true)) {
      assertThat(sent(sender, url("/200"))).isInstanceOf(Outcome.Failed.class);
    }
  }

  @Test
  void shouldStayOutOfPrivateNetworks() throws Exception {
    try (HttpSender sender = sender(false)) {
      assertThat(sent(sender, url("/200")))
          .isEqualTo(new Outcome.Failed("the address leads into a private network"));
    }

    assertThat(headers).isEmpty();
  }
}
