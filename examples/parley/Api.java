package parley;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Calls methods of Parley's Web APIs.
public final class Api {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;

  /// @param server such as `http://127.0.0.1:8080`
  public Api(String server) {
    this.server = URI.create(server);
  }

  /// The answer was an error.
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String type;

    private Refused(String path, Object answer) {
      super(path + ": " + Json.text(answer, "error", "message"));
      this.type = Json.text(answer, "error", "type");
    }

    /// The kind of error, such as `validation`.
    public String type() {
      return type;
    }
  }

  /// A method of the Configuration API.
  public Object configure(String token, String action, Object payload) {
    return post("/v3.1/configuration/action/" + action, token, "", payload);
  }

  /// A method of the Agent Chat API, done by a bot of the token's application.
  public Object asBot(String token, String botId, String action, Object payload) {
    return post("/v3.1/agent/action/" + action, token, botId, payload);
  }

  /// A method of the Customer Chat API.
  public Object asCustomer(String token, String licenseId, String action, Object payload) {
    return post(
        "/v3.1/customer/action/" + action + "?license_id=" + licenseId, token, "", payload);
  }

  /// Any method.
  ///
  /// @param authorId the bot on whose behalf it is called; may be empty
  /// @throws Refused if the answer is an error
  public Object post(String path, String token, String authorId, Object payload) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(15))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(payload)));
    if (!authorId.isEmpty()) {
      request.header("X-Author-Id", authorId);
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Object body = Json.parse(answer.body());
      if (answer.statusCode() >= 300) {
        throw new Refused(path, body);
      }
      return body;
    } catch (IOException e) {
      throw new IllegalStateException("Parley can't be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
