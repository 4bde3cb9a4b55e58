package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestCustomer;
import io.parley.testkit.TestLicense;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who is in a chat, and who takes it over.
@ExtendWith(NoErrorsLogged.class)
class UsersOverTheWireTest {
  private static final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100)
              .group(1, "Sales")
              .group(2, "Support")
              .agent("anna@example.com", 1)
              .agent("ben@example.com", 1)
              .agent("cleo@example.com", 2));

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void dismiss() {
    server.dismiss();
  }

  private static List<String> presentAgents(TestAgent agent, TestChat chat) {
    return agent
        .does("get_chat_threads", "{chat_id: '%s'}", chat.id())
        .at("/chat/users")
        .valueStream()
        .filter(user -> user.path("type").asText().equals("agent"))
        .filter(user -> user.path("present").asBoolean())
        .map(user -> user.path("id").asText())
        .toList();
  }

  private static List<String> systemMessages(TestAgent agent, TestChat chat) {
    return agent
        .does("get_chat_threads", "{chat_id: '%s'}", chat.id())
        .at("/chat/threads")
        .findValuesAsText("system_message_type");
  }

  @Test
  void shouldTransferAChatToAnAgent() {
    var anna = server.agent("anna@example.com");
    TestCustomer carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);
    var ben = server.agent("ben@example.com");

    assertThat(
            anna.does(
                "transfer_chat",
                "{chat_id: '%s', target: {type: 'agent', ids: ['ben@example.com']}}",
                chat.id()))
        .isEmpty();

    JsonNode transferred = ben.sees("chat_transferred", chat);
    assertThat(transferred.path("type").asText()).isEqualTo("agent");
    assertThat(transferred.path("ids").toString()).isEqualTo("[\"ben@example.com\"]");
    assertThat(transferred.path("requester_id").asText()).isEqualTo("anna@example.com");
    assertThat(presentAgents(ben, chat)).containsExactly("ben@example.com");
    assertThat(ben.sees("chat_user_added", chat).at("/user/id").asText())
        .isEqualTo("ben@example.com");
    assertThat(ben.sees("chat_user_removed", chat).path("user_id").asText())
        .isEqualTo("anna@example.com");
    JsonNode forCarl = carl.sees("chat_transferred", chat);
    assertThat(forCarl.path("thread_id").asText()).isEqualTo(chat.threadId());
    assertThat(forCarl.toString()).doesNotContain("@example.com");
    assertThat(systemMessages(ben, chat)).contains("chat_transferred");
  }

  @Test
  void shouldTransferAChatToAGroup() {
    var anna = server.agent("anna@example.com");
    var cleo = server.agent("cleo@example.com");
    TestChat chat = server.customer().startsChat("Hello", 1);

    anna.does("transfer_chat", "{chat_id: '%s', target: {type: 'group', ids: [2]}}", chat.id());

    JsonNode transferred = anna.sees("chat_transferred", chat);
    assertThat(transferred.path("type").asText()).isEqualTo("group");
    assertThat(transferred.path("ids").toString()).isEqualTo("[2]");
    assertThat(presentAgents(cleo, chat)).containsExactly("cleo@example.com");
    assertThat(
            cleo.does("get_chat_threads", "{chat_id: '%s'}", chat.id())
                .at("/chat/access/group_ids")
                .toString())
        .isEqualTo("[2]");
  }

  @Test
  void shouldTransferAChatWithinItsGroupIfNoTargetIsGiven() {
    var anna = server.agent("anna@example.com");
    TestChat chat = server.customer().startsChat("Hello", 1);
    var ben = server.agent("ben@example.com");

    anna.does("transfer_chat", "{chat_id: '%s'}", chat.id());

    assertThat(presentAgents(ben, chat)).containsExactly("ben@example.com");
  }

  @Test
  void shouldTransferToThoseWhoAreAwayByForceOnly() {
    var anna = server.agent("anna@example.com");
    TestChat chat = server.customer().startsChat("Hello", 1);

    assertThat(
            anna.fails(
                "transfer_chat", "{chat_id: '%s', target: {type: 'group', ids: [2]}}", chat.id()))
        .isEqualTo("group_unavailable");
    assertThat(
            anna.fails(
                "transfer_chat",
                "{chat_id: '%s', target: {type: 'agent', ids: ['ben@example.com']}}",
                chat.id()))
        .isEqualTo("agent_offline");
    assertThat(presentAgents(anna, chat)).containsExactly("anna@example.com");

    anna.does(
        "transfer_chat",
        "{chat_id: '%s', target: {type: 'agent', ids: ['ben@example.com']}, force: true}",
        chat.id());
    assertThat(presentAgents(anna, chat)).containsExactly("ben@example.com");
  }

  @Test
  void shouldRefuseToTransferToWhoHasNoAccessOrDoesNotExist() {
    var anna = server.agent("anna@example.com");
    server.agent("cleo@example.com");
    TestChat chat = server.customer().startsChat("Hello", 1);

    assertThat(
            anna.fails(
                "transfer_chat",
                "{chat_id: '%s', target: {type: 'agent', ids: ['cleo@example.com']}}",
                chat.id()))
        .isEqualTo("validation");
    assertThat(
            anna.fails(
                "transfer_chat", "{chat_id: '%s', target: {type: 'group', ids: [77]}}", chat.id()))
        .isEqualTo("validation");
  }

  @Test
  void shouldAddAndRemoveAnAgent() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);
    var ben = server.agent("ben@example.com");

    anna.does(
        "add_user_to_chat",
        "{chat_id: '%s', user_id: 'ben@example.com', user_type: 'agent'}",
        chat.id());
    JsonNode added = ben.sees("chat_user_added", chat);
    assertThat(added.path("user_type").asText()).isEqualTo("agent");
    assertThat(added.at("/user/present").asBoolean()).isTrue();
    assertThat(presentAgents(ben, chat)).containsExactly("anna@example.com", "ben@example.com");

    ben.does(
        "remove_user_from_chat",
        "{chat_id: '%s', user_id: 'ben@example.com', user_type: 'agent'}",
        chat.id());
    JsonNode removed = carl.sees("chat_user_removed", chat);
    assertThat(removed.path("user_type").asText()).isEqualTo("agent");
    assertThat(removed.path("user_id").asText()).isNotEmpty().doesNotContain("@");
    assertThat(presentAgents(ben, chat)).containsExactly("anna@example.com");
    assertThat(systemMessages(anna, chat)).contains("agent_added", "agent_left");
  }

  @Test
  void shouldHaveOneCustomerInAChatAndKeepIt() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);

    assertThat(
            anna.fails(
                "add_user_to_chat",
                "{chat_id: '%s', user_id: '%s', user_type: 'customer'}",
                chat.id(),
                server.access().customerId()))
        .isEqualTo("validation");
    assertThat(
            anna.connection()
                .request(
                    "remove_user_from_chat",
                    "{chat_id: '%s', user_id: '%s', user_type: 'customer'}",
                    chat.id(),
                    carl.access().customerId())
                .success())
        .isFalse();
  }

  @Test
  void shouldAddACustomerToAChatThatAnAgentStarted() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    JsonNode started = anna.does("start_chat", "{continuous: true}");
    var chat = new TestChat(started.path("chat_id").asText(), started.path("thread_id").asText());

    anna.does(
        "add_user_to_chat",
        "{chat_id: '%s', user_id: '%s', user_type: 'customer'}",
        chat.id(),
        carl.access().customerId());

    assertThat(anna.sees("chat_user_added", chat).path("user_type").asText()).isEqualTo("customer");
    anna.says(chat, "Hello Carl");
    carl.hears(chat, "Hello Carl");
  }

  @Test
  void shouldLetAnAgentWriteWithoutJoining() {
    server.agent("anna@example.com");
    var ben = server.agent("ben@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);
    String present = presentAgents(ben, chat).getFirst();
    TestAgent other = present.equals("ben@example.com") ? server.agent("anna@example.com") : ben;

    other.says(chat, "I am only passing");

    JsonNode added = carl.sees("chat_user_added", chat);
    assertThat(added.at("/user/present").asBoolean(true)).isFalse();
    carl.hears(chat, "I am only passing");
    assertThat(presentAgents(other, chat)).containsExactly(present);
  }
}
