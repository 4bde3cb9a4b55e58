package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/// Someone who is logged in: what agents and customers do alike.
public abstract sealed class TestUser implements AutoCloseable permits TestAgent, TestCustomer {
  private final RtmClient connection;
  private final JsonNode login;

  TestUser(RtmClient connection, JsonNode login) {
    this.connection = connection;
    this.login = login;
  }

  /// The connection, for what this language has no word for.
  public RtmClient connection() {
    return connection;
  }

  /// The answer to the login.
  public JsonNode login() {
    return login;
  }

  /// Makes a request that must succeed.
  ///
  /// @return the answer's payload
  public JsonNode does(String action, String payload, Object... values) {
    var response = connection.request(action, payload, values);
    assertThat(response.success()).as("%s %s: %s", action, payload, response.payload()).isTrue();
    return response.payload();
  }

  /// Makes a request that must be refused.
  ///
  /// @return the type of the error
  public String fails(String action, String payload, Object... values) {
    var response = connection.request(action, payload, values);
    assertThat(response.success()).as("%s %s", action, payload).isFalse();
    return response.errorType();
  }

  /// Sends a message.
  ///
  /// @return the id of the event
  public String says(TestChat chat, String text) {
    return does(
            "send_event",
            "{\"chat_id\": \"%s\", \"event\": {\"type\": \"message\", \"text\": \"%s\", \"recipients\": \"all\"}}"
                .formatted(chat.id(), text))
        .path("event_id")
        .asText();
  }

  /// Waits for a push about the chat, and takes it.
  ///
  /// @return its payload
  public JsonNode sees(String push, TestChat chat) {
    return connection
        .push(
            push,
            payload ->
                chat.id().equals(payload.path("chat_id").asText(""))
                    || chat.id().equals(payload.path("chat").path("id").asText("")))
        .path("payload");
  }

  /// Waits for a push of which this is true, and takes it.
  ///
  /// @return its payload
  public JsonNode sees(String push, Predicate<JsonNode> payload) {
    return connection.push(push, payload).path("payload");
  }

  /// Makes sure that no push of that name has come of all that was decided so far.
  public void sawNo(String push) {
    catchUp();
    assertThat(connection.waitingPushes(push)).isEmpty();
  }

  /// Waits until everything has come that was decided so far, by a request that takes the same way
  /// as all others and changes nothing.
  public abstract void catchUp();

  /// Waits for a message in the chat, and takes it.
  ///
  /// @return the event
  public JsonNode hears(TestChat chat, String text) {
    return connection
        .push(
            "incoming_event",
            payload ->
                chat.id().equals(payload.path("chat_id").asText())
                    && text.equals(payload.path("event").path("text").asText()))
        .path("payload")
        .path("event");
  }

  @Override
  public void close() {
    connection.close();
  }
}
