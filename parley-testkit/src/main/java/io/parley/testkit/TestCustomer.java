package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/// A customer on a site.
public final class TestCustomer extends TestUser {
  private final CustomerAccess access;

  private TestCustomer(CustomerAccess access, RtmClient connection, JsonNode login) {
    super(connection, login);
    this.access = access;
  }

  static TestCustomer logIn(ParleyServer server, CustomerAccess access) {
    RtmClient connection =
        RtmClient.open(
            server.webSocketAddress("/v3.1/customer/rtm/ws?license_id=" + access.licenseId()));
    var response =
        connection.request("login", "{\"token\": \"Bearer %s\"}".formatted(access.token()));
    assertThat(response.success()).as("login: %s", response.payload()).isTrue();
    return new TestCustomer(access, connection, response.payload());
  }

  /// The customer's id and token.
  public CustomerAccess access() {
    return access;
  }

  /// Starts a chat with a first message.
  public TestChat startsChat(String text) {
    JsonNode answer =
        does(
            "start_chat",
            """
            {"chat": {"thread": {"events": [
              {"type": "message", "text": "%s", "recipients": "all"}]}}}
            """
                .formatted(text));
    return new TestChat(answer.path("chat_id").asText(), answer.path("thread_id").asText());
  }
}
