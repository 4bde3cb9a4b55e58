package io.parley.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/// How a population gets into a server: tokens for customers, connections and logins for both
/// sides.
///
/// All methods wait for the server and are called on virtual threads.
final class FrontDoor {
  static final String REDIRECT_URI = "https://bench.example/";
  static final String AGENT_PATH = "/v3.1/agent/rtm/ws";
  static final String CUSTOMER_PATH = "/v3.1/customer/rtm/ws?license_id=";
  private static final JsonScan.Key ACCESS_TOKEN = JsonScan.Key.of("access_token");

  private final LoadLoop loop;
  private final URI server;
  private final Population population;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private volatile boolean agentTokenGrant = true;

  FrontDoor(LoadLoop loop, URI server, Population population) {
    this.loop = loop;
    this.server = server;
    this.population = population;
  }

  /// Connects and logs in an agent, who reports every chat in which this agent is.
  Dialogue logInAgent(int agent, Consumer<IncomingChat> chats) {
    var ownId = population.agentId(agent);
    var dialogue =
        new Dialogue(
            loop,
            '"' + ownId + '"',
            push -> {
              var chat = isChat(push) ? IncomingChat.read(push) : null;
              if (chat != null && chat.userIds().contains(ownId)) {
                chats.accept(chat);
              }
            });
    return logIn(dialogue, AGENT_PATH, population.agentToken(agent));
  }

  /// Makes a new customer of a license, connects and logs in.
  Dialogue logInCustomer(int license) {
    var path = CUSTOMER_PATH + population.licenseId(license);
    return logIn(new Dialogue(loop), path, customerToken(license));
  }

  private Dialogue logIn(Dialogue dialogue, String path, String token) {
    var connection = loop.connect(server, path, dialogue);
    dialogue.over(Answers.await("connecting to " + path, connection.opened()));
    var _ = dialogue.ask("login", "{\"token\":\"Bearer " + token + "\"}");
    return dialogue;
  }

  /// Makes a new customer of a license.
  ///
  /// @return the customer's token
  String customerToken(int license) {
    var clientId = population.clientId(license);
    if (agentTokenGrant) {
      var answer =
          post(
              "/customer/token",
              license,
              "{\"grant_type\":\"agent_token\",\"client_id\":\"%s\",\"response_type\":\"token\"}"
                  .formatted(clientId));
      if (answer.statusCode() / 100 == 2) {
        return tokenIn(answer);
      }
      agentTokenGrant = false;
    }
    return tokenIn(
        post(
            "/accounts/customer/",
            license,
            "{\"client_id\":\"%s\",\"response_type\":\"token\",\"redirect_uri\":\"%s\"}"
                .formatted(clientId, REDIRECT_URI)));
  }

  private HttpResponse<String> post(String path, int license, String body) {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + population.agentToken(license))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ServerRefusal(path, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerRefusal(path, "interrupted");
    }
  }

  private static String tokenIn(HttpResponse<String> answer) {
    var token = JsonScan.string(ACCESS_TOKEN, answer.body());
    if (answer.statusCode() / 100 != 2 || token.isEmpty()) {
      throw new ServerRefusal("a customer's token", answer.statusCode() + " " + answer.body());
    }
    return token;
  }

  private static boolean isChat(byte[] push) {
    var chat = "\"incoming_chat_thread\"".getBytes(StandardCharsets.US_ASCII);
    return JsonScan.indexOf(chat, push, 0, push.length) >= 0;
  }
}
