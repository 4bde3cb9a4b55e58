package io.parley.server.demo.bot;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the bot's webhooks, on a port of this machine that nobody else needs to know.
///
/// What a receiver is told of one chat comes in order, each when the one before was answered; so
/// what is done for a webhook is done before it is answered.
final class BotDoor implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BotDoor.class);
  private static final String PATH = "/shop-bot";

  private final HttpServer door;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String secretKey;
  private final BiConsumer<String, JsonNode> onWebhook;

  /// @param secretKey that webhooks must bring along
  /// @param onWebhook takes action and payload
  BotDoor(String secretKey, BiConsumer<String, JsonNode> onWebhook) {
    this.secretKey = secretKey;
    this.onWebhook = onWebhook;
    try {
      door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    door.setExecutor(threads);
    door.createContext(PATH, this::take);
    door.start();
  }

  /// Where webhooks are to be sent.
  String url() {
    return "http://127.0.0.1:" + door.getAddress().getPort() + PATH;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode webhook = ShopApi.JSON.readTree(exchange.getRequestBody().readAllBytes());
      boolean known = webhook.path("secret_key").asText().equals(secretKey);
      if (known) {
        handle(webhook.path("action").asText(), webhook.path("payload"));
      }
      exchange.sendResponseHeaders(known ? 200 : 403, -1);
    }
  }

  /// What fails is not to come again: by then the customer has gone on.
  private void handle(String action, JsonNode payload) {
    try {
      onWebhook.accept(action, payload);
    } catch (RuntimeException e) {
      log.warn("The demo's bot could not answer {}: {}", action, e.toString());
    }
  }

  /// Takes nothing any more, interrupts what is being done for a webhook, and waits for its end.
  @Override
  public void close() {
    door.stop(0);
    threads.shutdownNow();
    threads.close();
  }
}
