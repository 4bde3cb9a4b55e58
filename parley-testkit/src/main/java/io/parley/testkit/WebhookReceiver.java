package io.parley.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntSupplier;

/// A receiver of webhooks on this machine.
public final class WebhookReceiver implements AutoCloseable {
  private static final int MANY = 1_000_000;

  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile IntSupplier status = () -> 200;
  private volatile Semaphore patience = new Semaphore(MANY);
  private HttpServer server;

  /// A request that came in.
  ///
  /// @param path where it was sent to
  /// @param id the delivery's
  /// @param status how it was answered
  public record Delivery(String path, String id, String signature, String text, int status) {
    /// The body.
    public JsonNode body() {
      try {
        return WebClient.JSON.readTree(text);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("the webhook is no JSON: " + text, e);
      }
    }

    /// The payload.
    public JsonNode payload() {
      return body().path("payload");
    }

    /// The text of the event in the payload.
    public String eventText() {
      return payload().path("event").path("text").asText();
    }
  }

  private WebhookReceiver() {
    this.server = listening(0);
  }

  /// Starts one that answers everything with 200.
  public static WebhookReceiver start() {
    return new WebhookReceiver();
  }

  private HttpServer listening(int port) {
    try {
      var started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      started.createContext("/", this::receive);
      started.setExecutor(threads);
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      patience.acquireUninterruptibly();
      patience.release();
      int answer = status.getAsInt();
      deliveries.add(
          new Delivery(
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("X-Parley-Delivery"),
              exchange.getRequestHeaders().getFirst("X-Parley-Signature"),
              text,
              answer));
      exchange.sendResponseHeaders(answer, -1);
    }
  }

  /// Where a webhook is to be sent to.
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  private int port() {
    return server.getAddress().getPort();
  }

  /// Answers with that status from now on.
  public void answersWith(int code) {
    status = () -> code;
  }

  /// Answers with what is supplied from now on.
  public void answersWith(IntSupplier codes) {
    status = codes;
  }

  /// Takes requests, and does not answer until [#answersAgain].
  public void keepsSilent() {
    patience = new Semaphore(0);
  }

  /// Answers whatever came in, and what comes.
  public void answersAgain() {
    Semaphore silent = patience;
    patience = new Semaphore(MANY);
    silent.release(MANY);
  }

  /// Is gone, with its port closed.
  public void stops() {
    server.stop(0);
  }

  /// Is there again, on the same port.
  public void startsAgain() {
    server = listening(port());
  }

  /// Everything that came in, however it was answered.
  public List<Delivery> all() {
    return List.copyOf(deliveries);
  }

  /// What came in and was taken.
  public List<Delivery> taken() {
    return deliveries.stream().filter(delivery -> delivery.status() < 300).toList();
  }

  /// What came in at a path and was taken.
  public List<Delivery> taken(String path) {
    return taken().stream().filter(delivery -> delivery.path().equals(path)).toList();
  }

  /// Is gone for good.
  ///
  /// @throws AssertionError if something came in that is not as the catalogue promises
  @Override
  public void close() {
    answersAgain();
    server.stop(0);
    threads.shutdownNow();
    for (Delivery delivery : deliveries) {
      String problem = WireShapes.problemOfWebhook(delivery.body());
      if (problem != null) {
        throw new AssertionError(problem);
      }
    }
  }
}
