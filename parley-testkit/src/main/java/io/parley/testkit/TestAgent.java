package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionException;

/// An agent at work.
public final class TestAgent extends TestUser {
  private final String id;

  private TestAgent(String id, RtmClient connection, JsonNode login) {
    super(connection, login);
    this.id = id;
  }

  static TestAgent logIn(ParleyServer server, String agentId) {
    RtmClient connection = RtmClient.open(server.webSocketAddress("/v3.1/agent/rtm/ws"));
    var response =
        connection.request(
            "login", "{\"token\": \"Bearer %s\"}".formatted(TestLicense.tokenOf(agentId)));
    assertThat(response.success()).as("login: %s", response.payload()).isTrue();
    return new TestAgent(agentId, connection, response.payload());
  }

  /// Logs out, if the connection is still there.
  @Override
  public void close() {
    if (connection().isOpen()) {
      try {
        String requestId = connection().send("logout", "{}");
        connection().awaitAnswerOrClose(requestId);
      } catch (CompletionException _) {
        connection().awaitClose();
      }
    }
    super.close();
  }

  @Override
  public void catchUp() {
    connection().request("set_away_status", "{away: false}");
  }

  /// The agent's id.
  public String id() {
    return id;
  }
}
