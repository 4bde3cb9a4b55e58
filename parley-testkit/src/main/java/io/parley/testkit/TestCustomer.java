package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A customer on a site.
public final class TestCustomer extends TestUser {
  private final CustomerAccess access;

  private TestCustomer(CustomerAccess access, RtmClient connection, JsonNode login) {
    super(connection, login);
    this.access = access;
  }

  static TestCustomer logIn(ParleyServer server, CustomerAccess access) {
    return logIn(server, access, "{}");
  }

  static TestCustomer logIn(
      ParleyServer server, CustomerAccess access, String payload, Object... values) {
    ObjectNode login = (ObjectNode) WebClient.json(payload, values);
    login.put("token", "Bearer " + access.token());
    RtmClient connection =
        RtmClient.open(
            server.webSocketAddress("/v3.1/customer/rtm/ws?license_id=" + access.licenseId()));
    var response = connection.request("login", login.toString());
    assertThat(response.success()).as("login: %s", response.payload()).isTrue();
    return new TestCustomer(access, connection, response.payload());
  }

  @Override
  public void catchUp() {
    connection().request("get_groups_status", "{all: true}");
  }

  /// The customer's id and token.
  public CustomerAccess access() {
    return access;
  }

  /// Starts a chat with a first message.
  public TestChat startsChat(String text) {
    return startsChat(text, 0);
  }

  /// Starts a chat of a group with a first message.
  public TestChat startsChat(String text, int groupId) {
    JsonNode answer =
        does(
            "start_chat",
            """
            {chat: {access: {group_ids: [%s]}, thread: {events: [
              {type: 'message', text: '%s', recipients: 'all'}]}}}
            """,
            groupId,
            text);
    return new TestChat(answer.path("chat_id").asText(), answer.path("thread_id").asText());
  }
}
