package io.parley.bench.archive;

import io.parley.bench.load.Population;
import io.parley.bench.load.ServerRefusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Asks through the Web API, one request after another on one connection.
public final class WebArchiveClient implements ArchiveClient {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI action;
  private final Population population;

  /// @param server as `http://host:port`
  public WebArchiveClient(URI server, Population population) {
    this.action = server.resolve("/v3.1/agent/action/get_archives");
    this.population = population;
  }

  @Override
  public String ask(String body, boolean limited) {
    String token = limited ? population.limitedToken(0) : population.agentToken(0);
    var request =
        HttpRequest.newBuilder(action)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() != 200) {
      throw new ServerRefusal("archives", answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ServerRefusal("archives", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerRefusal("archives", "interrupted");
    }
  }
}
