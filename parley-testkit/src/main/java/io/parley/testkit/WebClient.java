package io.parley.testkit;

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

/// A client of everything that is reached by HTTP requests.
public final class WebClient {
  static final ObjectMapper JSON = new ObjectMapper();
  static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI server;

  WebClient(URI server) {
    this.server = server;
  }

  /// An answer.
  ///
  /// @param body a missing node if there was none
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {
    /// The type of the error that the answer tells of; empty if it tells of none.
    public String errorType() {
      return body.path("error").path("type").asText("");
    }
  }

  /// Calls a method of the Agent Chat API.
  public Answer agent(String token, String action, String payload) {
    return post("/v3.1/agent/action/" + action, "Bearer " + token, payload);
  }

  /// Calls a method of the Customer Chat API.
  public Answer customer(long licenseId, String token, String action, String payload) {
    return post(
        "/v3.1/customer/action/" + action + "?license_id=" + licenseId, "Bearer " + token, payload);
  }

  /// Posts JSON.
  public Answer post(String path, @Nullable String authorization, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return send(request.build());
  }

  /// Gets a page.
  public Answer get(String path) {
    return send(HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).build());
  }

  /// Deletes what is at an address.
  public Answer delete(String path) {
    return send(HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).DELETE().build());
  }

  private static Answer send(HttpRequest request) {
    try {
      var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), json(response.body()), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// The text as JSON; a missing node if it is none.
  private static JsonNode json(String text) throws IOException {
    return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.missingNode();
  }
}
