package io.parley.server.demo.bot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The public Web APIs, as the bot's application calls them.
final class ShopApi implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI server;
  private final String token;

  /// @param token of the application that the bot belongs to
  ShopApi(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  /// The server answered with an error.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private Refused(String action, JsonNode answer) {
      super(action + ": " + answer.at("/error/message").asText(answer.toString()));
    }
  }

  /// Calls a method of the Configuration API.
  JsonNode configure(String action, Object payload) throws Refused {
    return post("configuration", action, null, payload);
  }

  /// Calls a method of the Agent Chat API on behalf of a bot.
  JsonNode actAs(String botId, String action, Object payload) throws Refused {
    return post("agent", action, botId, payload);
  }

  private JsonNode post(String api, String action, @Nullable String botId, Object payload)
      throws Refused {
    try {
      var request =
          HttpRequest.newBuilder(server.resolve("/v3.1/" + api + "/action/" + action))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + token)
              .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(payload)));
      if (botId != null) {
        request.header("X-Author-Id", botId);
      }
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      JsonNode body = JSON.readTree(answer.body());
      if (answer.statusCode() >= 300) {
        throw new Refused(action, body);
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
