package bridge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import parley.Json;

/// Stands in for an outside messenger: people write with `POST /messenger/<person>`, the body being
/// the text, and read what came for them with `GET /messenger/<person>`.
final class Messenger {
  private static final String PATH = "/messenger/";

  private final Map<String, List<String>> inboxes = new HashMap<>();

  void mount(HttpServer server, BiConsumer<String, String> onMessage) {
    server.createContext(PATH, exchange -> serve(exchange, onMessage));
  }

  private void serve(HttpExchange exchange, BiConsumer<String, String> onMessage)
      throws IOException {
    try (exchange) {
      String person = exchange.getRequestURI().getPath().substring(PATH.length());
      if (exchange.getRequestMethod().equals("POST")) {
        byte[] text = exchange.getRequestBody().readAllBytes();
        onMessage.accept(person, new String(text, StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(204, -1);
      } else {
        byte[] inbox = Json.write(inbox(person)).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, inbox.length);
        exchange.getResponseBody().write(inbox);
      }
    } catch (RuntimeException e) {
      System.err.println("The messenger got nothing through: " + e.getMessage());
      exchange.sendResponseHeaders(502, -1);
    }
  }

  private synchronized List<String> inbox(String person) {
    return List.copyOf(inboxes.getOrDefault(person, List.of()));
  }

  synchronized void deliver(String person, String text) {
    inboxes.computeIfAbsent(person, _ -> new ArrayList<>()).add(text);
  }
}
