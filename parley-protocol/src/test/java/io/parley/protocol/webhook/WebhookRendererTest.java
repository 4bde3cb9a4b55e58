package io.parley.protocol.webhook;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.BERT;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CARL_FOR_AGENTS;
import static io.parley.protocol.json.Acme.CARL_PROFILE;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.THREAD_ID;
import static io.parley.protocol.json.Acme.chat;
import static io.parley.protocol.json.Acme.thread;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.Change;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatPropertiesDeleted;
import io.parley.core.chat.ChatPropertiesUpdated;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.EventsSeen;
import io.parley.core.chat.Membership;
import io.parley.core.chat.PostbackSent;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.ThreadTagged;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.customer.CustomerAccessChanged;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.event.Recipients;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Text;
import io.parley.core.property.PropertyValue.Whole;
import io.parley.core.webhook.Firing;
import io.parley.core.webhook.Webhook;
import io.parley.core.webhook.WebhookAction;
import io.parley.core.webhook.WebhookExtra;
import io.parley.core.webhook.WebhookFilters;
import io.parley.core.webhook.WebhookId;
import io.parley.protocol.json.Acme;
import io.parley.protocol.push.EveryChange;
import io.parley.protocol.schema.Schemas;
import io.parley.protocol.schema.Shape;
import io.parley.protocol.schema.WebhookBodies;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What webhooks send, in the shapes of the reference's samples.
class WebhookRendererTest {
  private static final Chat CHAT = chat(thread(null));

  private static Firing firing(WebhookAction action, WebhookExtra... extras) {
    var webhook =
        new Webhook(
            new WebhookId("37901609f767dea5bc3a8acf5458bd80"),
            "3.1",
            "client-1",
            null,
            action,
            "https://receiver.example/",
            "s3cret",
            null,
            WebhookFilters.NONE,
            List.of(extras));
    return new Firing(webhook, "chat " + CHAT_ID, CHAT, LICENSE);
  }

  private static JsonNode body(Change change, WebhookAction action, WebhookExtra... extras) {
    return Acme.json(WebhookRenderer.body(change, firing(action, extras)).orElseThrow());
  }

  private static void assertPayload(Change change, WebhookAction action, String payload) {
    assertThat(body(change, action).path("payload")).isEqualTo(Acme.json(payload));
  }

  @Test
  void shouldSayWhichWebhookItIs() {
    var change = new ThreadClosed(CHAT_ID, THREAD_ID, ANNA.id(), Instant.EPOCH);

    assertThat(body(change, WebhookAction.THREAD_CLOSED))
        .isEqualTo(
            Acme.json(
                """
                {
                  "webhook_id": "37901609f767dea5bc3a8acf5458bd80",
                  "secret_key": "s3cret",
                  "action": "thread_closed",
                  "payload": {"chat_id": "%s", "thread_id": "%s", "user_id": "%s"},
                  "additional_data": {}
                }
                """
                    .formatted(CHAT_ID, THREAD_ID, ANNA.id())));
  }

  @Test
  void shouldNotSayWhoClosedWhatTheRouterClosed() {
    assertPayload(
        new ThreadClosed(CHAT_ID, THREAD_ID, null, Instant.EPOCH),
        WebhookAction.THREAD_CLOSED,
        "{\"chat_id\": \"%s\", \"thread_id\": \"%s\"}".formatted(CHAT_ID, THREAD_ID));
  }

  @Test
  void shouldSendAChatWithBareValuesOfProperties() {
    var started =
        EveryChange.atAcme().stream()
            .filter(ThreadStarted.class::isInstance)
            .findFirst()
            .orElseThrow();

    JsonNode chat = body(started, WebhookAction.THREAD_STARTED).path("payload").path("chat");

    assertThat(chat.path("id").textValue()).isEqualTo(CHAT_ID.value());
    assertThat(chat.path("users").isArray()).isTrue();
    assertThat(chat.path("thread").path("events")).hasSize(1);
    for (JsonNode namespace : chat.path("properties")) {
      for (JsonNode value : namespace) {
        assertThat(value.isValueNode()).isTrue();
      }
    }
    assertThat(chat.path("properties").size()).isPositive();
  }

  @Test
  void shouldSendEventsWhateverTheirRecipients() {
    var event = Acme.message(3, ANNA.id(), Recipients.AGENTS, "among us");

    JsonNode payload =
        body(new EventAdded(CHAT_ID, event), WebhookAction.EVENT_ADDED).path("payload");

    assertThat(payload.path("chat_id").textValue()).isEqualTo(CHAT_ID.value());
    assertThat(payload.path("thread_id").textValue()).isEqualTo(THREAD_ID.value());
    assertThat(payload.path("event").path("author_id").textValue()).isEqualTo(ANNA.id().value());
    assertThat(payload.path("event").path("text").textValue()).isEqualTo("among us");
  }

  @Test
  void shouldSendWhatAPostbackIsAndWhatItChanges() {
    var sent =
        EveryChange.atAcme().stream()
            .filter(PostbackSent.class::isInstance)
            .findFirst()
            .orElseThrow();

    JsonNode postback = body(sent, WebhookAction.POSTBACK_SENT).path("payload");
    assertThat(postback.path("postback").path("toggled").booleanValue()).isTrue();
    assertThat(postback.path("user_id").isTextual()).isTrue();
    JsonNode updated = body(sent, WebhookAction.EVENT_UPDATED);
    assertThat(updated.path("action").textValue()).isEqualTo("event_updated");
    assertThat(updated.path("payload").path("event").path("type").textValue())
        .isEqualTo("rich_message");
  }

  @Test
  void shouldSendChangedPropertiesBare() {
    var properties =
        Properties.of("rating", "score", new Whole(1)).with("rating", "comment", new Text("good"));

    assertPayload(
        new ChatPropertiesUpdated(CHAT_ID, properties),
        WebhookAction.CHAT_PROPERTIES_UPDATED,
        "{\"chat_id\": \"%s\", \"properties\": {\"rating\": {\"score\": 1, \"comment\": \"good\"}}}"
            .formatted(CHAT_ID));
    assertPayload(
        new ChatPropertiesDeleted(CHAT_ID, Map.of("rating", List.of("score", "comment"))),
        WebhookAction.CHAT_PROPERTIES_DELETED,
        "{\"chat_id\": \"%s\", \"properties\": {\"rating\": [\"score\", \"comment\"]}}"
            .formatted(CHAT_ID));
  }

  @Test
  void shouldSendNothingOfPropertiesThatAgentsMayNotRead() {
    var hidden = Properties.of("lc2", "welcome_text", new Text("x"));

    assertThat(
            WebhookRenderer.body(
                new ChatPropertiesUpdated(CHAT_ID, hidden),
                firing(WebhookAction.CHAT_PROPERTIES_UPDATED)))
        .isEmpty();
  }

  @Test
  void shouldSendWhoCameAndWhoWent() {
    JsonNode added =
        body(
                new UserAddedToChat(
                    CHAT_ID,
                    THREAD_ID,
                    Membership.joining(BERT.id()),
                    null,
                    UserAddedToChat.Reason.MANUAL,
                    ANNA.id()),
                WebhookAction.USER_ADDED_TO_CHAT)
            .path("payload");
    assertThat(added.path("user").path("id").textValue()).isEqualTo(BERT.id().value());
    assertThat(added.path("user_type").textValue()).isEqualTo("agent");

    assertPayload(
        new UserRemovedFromChat(CHAT_ID, THREAD_ID, BERT.id(), ANNA.id()),
        WebhookAction.USER_REMOVED_FROM_CHAT,
        """
        {"chat_id": "%s", "thread_id": "%s", "user_id": "%s", "user_type": "agent"}
        """
            .formatted(CHAT_ID, THREAD_ID, BERT.id()));
  }

  @Test
  void shouldSendTagsAndWhatWasSeen() {
    assertPayload(
        new ThreadTagged(CHAT_ID, THREAD_ID, "bug_report"),
        WebhookAction.THREAD_TAGGED,
        "{\"chat_id\": \"%s\", \"thread_id\": \"%s\", \"tag\": \"bug_report\"}"
            .formatted(CHAT_ID, THREAD_ID));
    assertPayload(
        new EventsSeen(CHAT_ID, CARL, Instant.parse("2017-10-12T15:19:21.0102Z")),
        WebhookAction.EVENTS_SEEN,
        """
        {"user_id": "%s", "chat_id": "%s", "seen_up_to": "2017-10-12T15:19:21.010200Z"}
        """
            .formatted(CARL, CHAT_ID));
  }

  @Test
  void shouldCallAStatusByItsConfiguredName() {
    assertPayload(
        new RoutingStatusSet(ANNA.id(), RoutingStatus.NOT_ACCEPTING_CHATS),
        WebhookAction.ROUTING_STATUS_SET,
        "{\"agent_id\": \"%s\", \"status\": \"not accepting chats\"}".formatted(ANNA.id()));
  }

  @Test
  void shouldSendANewCustomerUnwrapped() {
    assertPayload(
        new CustomerRegistered(CARL_PROFILE),
        WebhookAction.CUSTOMER_CREATED,
        "{" + CARL_FOR_AGENTS + "}");
  }

  @Test
  void shouldTellOfAccessToCustomersToo() {
    var change =
        EveryChange.atAcme().stream()
            .filter(CustomerAccessChanged.class::isInstance)
            .findFirst()
            .orElseThrow();

    JsonNode payload = body(change, WebhookAction.ACCESS_SET).path("payload");

    assertThat(payload.path("resource").textValue()).isEqualTo("customer");
    assertThat(payload.path("access").path("group_ids").isArray()).isTrue();
  }

  @Test
  void shouldBringAlongWhatWasAskedFor() {
    var change =
        new UserAddedToChat(
            CHAT_ID,
            THREAD_ID,
            Membership.joining(BERT.id()),
            null,
            UserAddedToChat.Reason.MANUAL,
            ANNA.id());

    JsonNode extras =
        body(
                change,
                WebhookAction.USER_ADDED_TO_CHAT,
                WebhookExtra.CHAT_PROPERTIES,
                WebhookExtra.ACCESS,
                WebhookExtra.THREAD_ID)
            .path("additional_data");

    assertThat(extras.path("chat_properties")).isNotEmpty();
    assertThat(extras.path("access").path("group_ids").isArray()).isTrue();
    assertThat(extras.path("thread_id").textValue()).isEqualTo(THREAD_ID.value());
  }

  @Test
  void shouldSendNothingElseThanTheReferenceDescribes() {
    for (Change change : EveryChange.atAcme()) {
      for (WebhookAction action : WebhookAction.values()) {
        WebhookExtra[] extras = WebhookTable.of(action).extras().toArray(WebhookExtra[]::new);
        Shape shape = WebhookBodies.find(WebhookTable.of(action).name()).orElseThrow().shape();

        WebhookRenderer.body(change, firing(action, extras))
            .ifPresent(body -> Schemas.assertShape(Acme.json(body), shape));
      }
    }
  }

  @Test
  void shouldHaveABodyForEveryActionThatAChangeFires() {
    var bodies = new TreeSet<WebhookAction>();
    for (Change change : EveryChange.atAcme()) {
      for (WebhookAction action : WebhookAction.values()) {
        if (WebhookRenderer.body(change, firing(action)).isPresent()) {
          bodies.add(action);
        }
      }
    }

    assertThat(bodies)
        .contains(
            Arrays.stream(WebhookAction.values())
                .filter(action -> action != WebhookAction.AGENT_DELETED)
                .toArray(WebhookAction[]::new));
  }
}
