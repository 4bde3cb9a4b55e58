package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.protocol.webhook.WebhookTable;
import io.parley.server.config.ServerConfig;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestCustomer;
import io.parley.testkit.TestLicense;
import io.parley.testkit.WebhookReceiver;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every webhook that there is comes, with a body as the API reference describes it: the receiver
/// looks at each when it is closed.
@ExtendWith(NoErrorsLogged.class)
class WebhooksOverTheWireTest {
  private static final String ANNA = "anna@example.com";
  private static final String BEN = "ben@example.com";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final WebhookReceiver receiver = WebhookReceiver.start();
  private final ParleyServer server =
      ParleyServer.start(
          ServerConfig.DEFAULTS.withPrivateTargetsAllowed(),
          TestLicense.license(100).group(1, "Sales").owner(ANNA, 1).agent(BEN));

  @AfterEach
  void stop() {
    server.close();
    receiver.close();
  }

  private void configure(String version, String action, String payload, Object... values) {
    var answer =
        server.web().configuration(version, TestLicense.tokenOf(ANNA), action, payload, values);
    assertThat(answer.status()).as("%s %s", action, answer.body()).isEqualTo(200);
  }

  private void registerAll() {
    for (WebhookTable.Row row : WebhookTable.rows()) {
      List<String> extras =
          row.extras().stream().map(extra -> "'" + WebhookTable.nameOf(extra) + "'").toList();
      configure(
          "3.1",
          "register_webhook",
          "{action: '%s', url: '%s', secret_key: 's3cret', additional_data: [%s]}",
          row.name(),
          receiver.url("/" + row.name()),
          String.join(", ", extras));
    }
  }

  @Test
  void shouldSendEveryWebhookAsTheReferenceDescribesIt() {
    registerAll();
    TestAgent anna = server.agent(ANNA);
    TestCustomer carl = server.customer();
    TestChat chat = carl.startsChat("Hello", 1);
    String place = "chat_id: '%s'".formatted(chat.id());
    String thread = place + ", thread_id: '%s'".formatted(chat.threadId());

    press(anna, carl, place, thread);
    properties(anna, place, thread, carl.says(chat, "Look"));
    access(anna, chat, place);
    anna.does("tag_chat_thread", "{%s, tag: 'sales'}".formatted(thread));
    anna.does("untag_chat_thread", "{%s, tag: 'sales'}".formatted(thread));
    carl.does("mark_events_as_seen", "{%s, seen_up_to: '2040-01-01T00:00:00Z'}".formatted(place));
    anna.does("update_agent", "{routing_status: 'not_accepting_chats'}");
    anna.does("close_thread", "{%s}".formatted(place));
    configure("3.2", "delete_agent", "{id: '%s'}", BEN);

    for (WebhookTable.Row row : WebhookTable.rows()) {
      await(row.name()).atMost(PATIENCE).until(() -> !receiver.taken("/" + row.name()).isEmpty());
    }
  }

  private static void press(TestAgent anna, TestCustomer carl, String place, String thread) {
    String eventId =
        anna.does(
                "send_event",
                """
                {%s, event: {type: 'rich_message', template_id: 'cards', recipients: 'all',
                 elements: [{title: 'Sure?', buttons: [{text: 'Yes', postback_id: 'yes'}]}]}}
                """
                    .formatted(place))
            .path("event_id")
            .asText();
    carl.does(
        "send_rich_message_postback",
        "{%s, event_id: '%s', postback: {id: 'yes', toggled: true}}".formatted(thread, eventId));
  }

  private static void properties(TestAgent anna, String place, String thread, String eventId) {
    String event = thread + ", event_id: '%s'".formatted(eventId);
    String some = "{%s, properties: {test: {string_property: 'a', int_property: 7}}}";
    String names = "{%s, properties: {test: ['string_property']}}";
    anna.does("update_chat_properties", some.formatted(place));
    anna.does("delete_chat_properties", names.formatted(place));
    anna.does("update_chat_thread_properties", some.formatted(thread));
    anna.does("delete_chat_thread_properties", names.formatted(thread));
    anna.does("update_event_properties", some.formatted(event));
    anna.does("delete_event_properties", names.formatted(event));
  }

  private static void access(TestAgent anna, TestChat chat, String place) {
    String group = "{resource: 'chat', id: '%s', access: {type: 'group', id: %d}}";
    anna.does("grant_access", group.formatted(chat.id(), 0));
    anna.does("revoke_access", group.formatted(chat.id(), 1));
    anna.does("set_access", group.formatted(chat.id(), 1));
    String ben = "{%s, user_id: '%s', user_type: 'agent'}".formatted(place, BEN);
    anna.does("add_user_to_chat", ben);
    anna.does("remove_user_from_chat", ben);
  }
}
