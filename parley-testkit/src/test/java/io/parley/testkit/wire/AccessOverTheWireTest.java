package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who may see a chat, and how that is changed.
@ExtendWith(NoErrorsLogged.class)
class AccessOverTheWireTest {
  private static final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100)
              .group(1, "Sales")
              .group(2, "Support")
              .agent("anna@example.com", 1)
              .agent("ben@example.com", 2)
              .agent("cleo@example.com")
              .token("of-ben", "ben@example.com", "chats--access:rw"));

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void dismiss() {
    server.dismiss();
  }

  @Test
  void shouldGrantRevokeAndSetTheAccessToAChat() {
    var anna = server.agent("anna@example.com");
    TestChat chat = server.customer().startsChat("Hello", 1);
    anna.sees("incoming_chat_thread", chat);

    assertThat(
            anna.does(
                "grant_access",
                "{resource: 'chat', id: '%s', access: {type: 'group', id: 2}}",
                chat.id()))
        .isEmpty();
    JsonNode granted =
        anna.sees("access_granted", push -> push.path("id").asText().equals(chat.id()));
    assertThat(granted.path("resource").asText()).isEqualTo("chat");
    assertThat(granted.at("/access/group_ids").toString()).isEqualTo("[2]");
    assertThat(groups(anna, chat)).isEqualTo("[1,2]");

    anna.does(
        "revoke_access", "{resource: 'chat', id: '%s', access: {type: 'group', id: 1}}", chat.id());
    assertThat(
            anna.sees("access_revoked", push -> push.path("id").asText().equals(chat.id()))
                .at("/access/group_ids")
                .toString())
        .isEqualTo("[1]");
    assertThat(groups(anna, chat)).isEqualTo("[2]");

    anna.does(
        "set_access", "{resource: 'chat', id: '%s', access: {type: 'group', id: 0}}", chat.id());
    assertThat(
            anna.sees("access_set", push -> push.path("id").asText().equals(chat.id()))
                .at("/access/group_ids")
                .toString())
        .isEqualTo("[0]");
    assertThat(groups(anna, chat)).isEqualTo("[0]");
  }

  @Test
  void shouldTellTheCustomerOnlyWhichAccessWasSet() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);

    anna.does(
        "grant_access", "{resource: 'chat', id: '%s', access: {type: 'group', id: 2}}", chat.id());
    anna.does(
        "set_access", "{resource: 'chat', id: '%s', access: {type: 'group', id: 1}}", chat.id());

    assertThat(carl.sees("access_set", push -> push.path("id").asText().equals(chat.id())))
        .isNotNull();
    carl.sawNo("access_granted");
  }

  @Test
  void shouldGiveAChatToThoseWhoseGroupGotAccess() {
    var anna = server.agent("anna@example.com");
    TestChat chat = server.customer().startsChat("Hello", 1);
    String payload = "{chat_id: '%s'}".formatted(chat.id());
    assertThat(server.web().agent("of-ben", "close_thread", payload).errorType())
        .isEqualTo("authorization");

    anna.does(
        "grant_access", "{resource: 'chat', id: '%s', access: {type: 'group', id: 2}}", chat.id());

    assertThat(server.web().agent("of-ben", "close_thread", payload).status()).isEqualTo(200);
    assertThat(anna.sees("thread_closed", chat).path("user_id").asText())
        .isEqualTo("ben@example.com");
  }

  @Test
  void shouldChangeTheAccessToACustomer() {
    var anna = server.agent("anna@example.com");
    String customerId = server.access().customerId();
    anna.sees("customer_created", push -> push.at("/customer/id").asText().equals(customerId));

    anna.does(
        "set_access",
        "{resource: 'customer', id: '%s', access: {type: 'group', id: 1}}",
        customerId);
    JsonNode set = anna.sees("access_set", push -> push.path("id").asText().equals(customerId));
    assertThat(set.path("resource").asText()).isEqualTo("customer");
    anna.does(
        "grant_access",
        "{resource: 'customer', id: '%s', access: {type: 'group', id: 2}}",
        customerId);
    anna.sees("access_granted", push -> push.path("id").asText().equals(customerId));
    anna.does(
        "revoke_access",
        "{resource: 'customer', id: '%s', access: {type: 'group', id: 1}}",
        customerId);
    anna.sees("access_revoked", push -> push.path("id").asText().equals(customerId));
  }

  @Test
  void shouldRefuseWhatDoesNotExist() {
    var anna = server.agent("anna@example.com");
    TestChat chat = server.customer().startsChat("Hello", 1);

    for (String method : new String[] {"grant_access", "revoke_access", "set_access"}) {
      assertThat(
              anna.fails(
                  method,
                  "{resource: 'chat', id: '%s', access: {type: 'group', id: 77}}",
                  chat.id()))
          .isEqualTo("validation");
      assertThat(
              anna.fails(
                  method, "{resource: 'chat', id: 'NOSUCHCHAT', access: {type: 'group', id: 1}}"))
          .isEqualTo("validation");
      assertThat(
              anna.fails(
                  method,
                  "{resource: 'robot', id: '%s', access: {type: 'group', id: 1}}",
                  chat.id()))
          .isEqualTo("validation");
    }
  }

  private static String groups(io.parley.testkit.TestAgent agent, TestChat chat) {
    return agent
        .does("get_chat_threads", "{chat_id: '%s'}", chat.id())
        .at("/chat/access/group_ids")
        .toString();
  }
}
