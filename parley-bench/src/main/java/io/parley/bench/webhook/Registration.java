package io.parley.bench.webhook;

import io.parley.bench.load.Population;
import io.parley.bench.load.ServerRefusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/// Webhooks for every message of every license, for as long as it is open.
public final class Registration implements AutoCloseable {
  private static final String ID = "\"webhook_id\":\"";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final Population population;
  private final List<String> webhookIds = new ArrayList<>();

  private Registration(URI server, Population population) {
    this.server = server;
    this.population = population;
  }

  /// Registers.
  public static Registration open(URI server, Population population, String url) {
    var registration = new Registration(server, population);
    for (int license = 0; license < population.licenses(); license++) {
      String answer =
          registration.ask(
              license,
              "register_webhook",
              "{\"action\":\"incoming_event\",\"url\":\"%s\",\"secret_key\":\"bench\"}"
                  .formatted(url));
      int from = answer.indexOf(ID) + ID.length();
      registration.webhookIds.add(answer.substring(from, answer.indexOf('"', from)));
    }
    return registration;
  }

  @Override
  public void close() {
    for (int license = 0; license < webhookIds.size(); license++) {
      ask(
          license,
          "unregister_webhook",
          "{\"webhook_id\":\"%s\"}".formatted(webhookIds.get(license)));
    }
  }

  private String ask(int license, String action, String body) {
    var request =
        HttpRequest.newBuilder(server.resolve("/v3.1/configuration/action/" + action))
            .header("Authorization", "Bearer " + population.agentToken(license))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new ServerRefusal(action, answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new ServerRefusal(action, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerRefusal(action, "interrupted");
    }
  }
}
