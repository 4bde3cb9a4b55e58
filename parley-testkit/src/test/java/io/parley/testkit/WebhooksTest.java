package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.delivery.webhook.Signature;
import io.parley.server.command.CommandLineProgram;
import io.parley.server.config.ServerConfig;
import io.parley.server.config.ServerConfig.WebhookSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Webhooks over the wire, to a receiver that answers, fails, keeps silent and comes and goes.
@ExtendWith(NoErrorsLogged.class)
class WebhooksTest {
  private static final String ANNA = "anna@example.com";
  private static final String TOKEN = "token:" + ANNA;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final WebhookReceiver receiver = WebhookReceiver.start();
  private final ParleyServer server = ParleyServer.start(config(true), TestLicense.usual());

  private static ServerConfig config(boolean privateTargetsAllowed) {
    var config =
        ServerConfig.DEFAULTS.withWebhooks(
            new WebhookSettings(
                4, Duration.ofSeconds(10), 4, Duration.ofMillis(700), Duration.ofMillis(50)));
    return privateTargetsAllowed ? config.withPrivateTargetsAllowed() : config;
  }

  @AfterEach
  void stop() {
    server.close();
    receiver.close();
  }

  private WebClient.Answer configure(String action, String payload) {
    return server.web().post("/v3.1/configuration/action/" + action, "Bearer " + TOKEN, payload);
  }

  private String register(String action, String path, String more) {
    WebClient.Answer answer =
        configure(
            "register_webhook",
            "{\"action\": \"%s\", \"url\": \"%s\", \"secret_key\": \"s3cret\"%s}"
                .formatted(action, receiver.url(path), more));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body().path("webhook_id").asText();
  }

  private List<String> texts(String path) {
    return receiver.taken(path).stream().map(WebhookReceiver.Delivery::eventText).toList();
  }

  private void awaitTexts(String path, String... texts) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(texts(path)).containsExactly(texts));
  }

  @Test
  void shouldTellReceiversWhatHappensAndProveWhoTells() {
    String webhookId =
        register("incoming_event", "/events", ", \"filters\": {\"author_type\": \"customer\"}");
    register("incoming_chat_thread", "/chats", ", \"additional_data\": [\"chat_properties\"]");
    server.agent(ANNA);
    TestCustomer carl = server.customer();

    TestChat chat = carl.startsChat("Hello");
    carl.says(chat, "Are you there?");

    awaitTexts("/events", "Are you there?");
    WebhookReceiver.Delivery event = receiver.taken("/events").getFirst();
    assertThat(event.body().path("webhook_id").asText()).isEqualTo(webhookId);
    assertThat(event.body().path("secret_key").asText()).isEqualTo("s3cret");
    assertThat(event.body().path("action").asText()).isEqualTo("incoming_event");
    assertThat(event.payload().path("chat_id").asText()).isEqualTo(chat.id());
    assertThat(event.payload().path("event").path("author_id").asText())
        .isEqualTo(carl.access().customerId());
    assertThat(event.signature())
        .isEqualTo(Signature.of("s3cret", event.text().getBytes(StandardCharsets.UTF_8)));
    await().atMost(PATIENCE).until(() -> receiver.taken("/chats").size() == 1);
    WebhookReceiver.Delivery started = receiver.taken("/chats").getFirst();
    assertThat(started.payload().path("chat").path("thread").path("id").asText())
        .isEqualTo(chat.threadId());
    assertThat(started.body().path("additional_data").has("chat_properties")).isTrue();
    await().atMost(PATIENCE).until(() -> outbox().isEmpty());
  }

  private List<String> outbox() {
    return server.rows("select failure from webhook_delivery");
  }

  @Test
  void shouldListAndForgetWebhooks() {
    String webhookId = register("thread_closed", "/", ", \"description\": \"Test webhook\"");

    assertThat(configure("get_webhooks_config", "{}").body())
        .hasSize(1)
        .first()
        .satisfies(
            webhook -> {
              assertThat(webhook.path("webhook_id").asText()).isEqualTo(webhookId);
              assertThat(webhook.path("owner_client_id").asText()).isEqualTo(TestLicense.CLIENT_ID);
              assertThat(webhook.path("description").asText()).isEqualTo("Test webhook");
            });
    assertThat(
            configure("unregister_webhook", "{\"webhook_id\": \"%s\"}".formatted(webhookId))
                .body()
                .size())
        .isZero();
    assertThat(configure("get_webhooks_config", "{}").body()).isEmpty();
    assertThat(
            configure("unregister_webhook", "{\"webhook_id\": \"%s\"}".formatted(webhookId))
                .errorType())
        .isEqualTo("validation");
  }

  @Test
  void shouldRefuseWhatIsNotDocumentedAndChangeNothing() {
    for (String payload :
        List.of(
            "{\"action\": \"chat_started\", \"url\": \"http://a.example\", \"secret_key\": \"s\"}",
            "{\"action\": \"thread_closed\", \"url\": \"a.example\", \"secret_key\": \"s\"}",
            "{\"action\": \"thread_closed\", \"url\": \"http://a.example\"}",
            """
            {"action": "thread_closed", "url": "http://a.example", "secret_key": "s",
             "filters": {"author_type": "agent"}}
            """)) {
      WebClient.Answer answer = configure("register_webhook", payload);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errorType()).isEqualTo("validation");
    }

    assertThat(configure("get_webhooks_config", "{}").body()).isEmpty();
  }

  @Test
  void shouldKeepTheOrderOfAChatWhileTheReceiverFails() {
    var failures = new AtomicInteger(2);
    receiver.answersWith(() -> failures.getAndDecrement() > 0 ? 500 : 204);
    register("incoming_event", "/", ", \"filters\": {\"author_type\": \"customer\"}");
    server.agent(ANNA);
    TestCustomer carl = server.customer();
    TestChat chat = carl.startsChat("Hello");

    carl.says(chat, "one");
    carl.says(chat, "two");
    carl.says(chat, "three");

    awaitTexts("/", "one", "two", "three");
    assertThat(receiver.all().stream().map(WebhookReceiver.Delivery::eventText))
        .startsWith("one", "one", "one");
    assertThat(receiver.all().stream().map(WebhookReceiver.Delivery::id).distinct()).hasSize(3);
  }

  @Test
  void shouldNotLetASilentReceiverHoldBackTheOthers() {
    try (WebhookReceiver silent = WebhookReceiver.start()) {
      silent.keepsSilent();
      configure(
          "register_webhook",
          "{\"action\": \"incoming_event\", \"url\": \"%s\", \"secret_key\": \"s\"}"
              .formatted(silent.url("/")));
      register("incoming_event", "/", ", \"filters\": {\"author_type\": \"customer\"}");
      server.agent(ANNA);
      TestCustomer carl = server.customer();
      TestChat chat = carl.startsChat("Hello");

      carl.says(chat, "one");
      carl.says(chat, "two");

      awaitTexts("/", "one", "two");
      assertThat(silent.all()).isEmpty();
    }
  }

  @Test
  void shouldWaitForAReceiverThatIsStartedAgain() {
    register("incoming_event", "/", ", \"filters\": {\"author_type\": \"customer\"}");
    server.agent(ANNA);
    TestCustomer carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    carl.says(chat, "before");
    awaitTexts("/", "before");

    receiver.stops();
    carl.says(chat, "while it is away");
    carl.says(chat, "still away");
    await().atMost(PATIENCE).until(() -> outbox().stream().anyMatch(failure -> failure != null));
    receiver.startsAgain();

    awaitTexts("/", "before", "while it is away", "still away");
  }

  @Test
  void shouldParkWhatCannotBeDeliveredUntilAnOperatorRetriesIt() {
    receiver.answersWith(500);
    String webhookId =
        register("incoming_event", "/", ", \"filters\": {\"author_type\": \"customer\"}");
    server.agent(ANNA);
    TestCustomer carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    carl.says(chat, "undeliverable");
    await().atMost(PATIENCE).until(() -> parked().contains("parked 1"));
    assertThat(parked()).contains("tries 4", "answered with status 500", "incoming_event");
    await().atMost(PATIENCE).until(() -> metrics().contains("parley_webhook_parked 1.0"));
    assertThat(metrics())
        .contains("parley_webhook_backlog 0.0", "parley_webhook_held 0.0")
        .contains("parley_webhook_requests_total{outcome=\"failed\"} 3.0")
        .contains("parley_webhook_requests_total{outcome=\"parked\"} 1.0");
    JsonNode parkedOne = deliveries();
    assertThat(parkedOne.path("backlog").asInt()).isZero();
    assertThat(parkedOne.path("parked").asInt()).isEqualTo(1);
    assertThat(parkedOne.path("last_error").asText()).isEqualTo("answered with status 500");
    assertThat(parkedOne.has("last_error_at")).isTrue();
    assertThat(parkedOne.has("last_success_at")).isFalse();

    receiver.answersWith(200);
    carl.says(chat, "deliverable");
    awaitTexts("/", "deliverable");
    assertThat(webhooks("retry", "--webhook", webhookId)).contains("1 to be sent again");

    awaitTexts("/", "deliverable", "undeliverable");
    await()
        .atMost(PATIENCE)
        .until(
            () -> deliveries().has("last_success_at") && deliveries().path("parked").asInt() == 0);
    assertThat(webhooks("drop", "--all")).contains("nothing of that is parked");
  }

  private String metrics() {
    return server.web().get("/metrics").response().body();
  }

  private JsonNode deliveries() {
    return configure("get_webhooks_config", "{}").body().path(0).path("deliveries");
  }

  private String parked() {
    return webhooks("list");
  }

  private String webhooks(String... words) {
    var out = new ByteArrayOutputStream();
    var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    var command = new ArrayList<>(List.of("webhooks"));
    command.addAll(List.of(words));
    command.addAll(List.of("--license", "100", "--database-url", server.databaseUrl()));
    new CommandLineProgram(printed, printed, Map.of()).run(command.toArray(String[]::new));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shouldDropWhatAnUnregisteredWebhookHasToSend() {
    receiver.answersWith(500);
    String webhookId = register("incoming_event", "/", "");
    server.agent(ANNA);
    TestCustomer carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    carl.says(chat, "lost");
    await().atMost(PATIENCE).until(() -> !receiver.all().isEmpty());

    configure("unregister_webhook", "{\"webhook_id\": \"%s\"}".formatted(webhookId));

    assertThat(outbox()).isEmpty();
  }

  @Test
  void shouldGoOnWithWhatWasLeftAfterARestart() {
    receiver.keepsSilent();
    register("incoming_event", "/", ", \"filters\": {\"author_type\": \"customer\"}");
    server.agent(ANNA);
    TestCustomer carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    carl.says(chat, "one");
    carl.says(chat, "two");

    server.restartAfter(Duration.ofMillis(100));
    receiver.answersAgain();

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(texts("/").stream().distinct()).containsExactly("one", "two"));
  }

  @Test
  void shouldStayOutOfPrivateNetworksUnlessTheyAreAllowed() {
    try (ParleyServer guarded = ParleyServer.start(config(false), TestLicense.usual())) {
      WebClient.Answer answer =
          guarded
              .web()
              .post(
                  "/v3.1/configuration/action/register_webhook",
                  "Bearer " + TOKEN,
                  "{\"action\": \"incoming_event\", \"url\": \"%s\", \"secret_key\": \"s\"}"
                      .formatted(receiver.url("/")));
      assertThat(answer.status()).isEqualTo(200);
      guarded.agent(ANNA);
      TestCustomer carl = guarded.customer();
      carl.says(carl.startsChat("Hello"), "secret");

      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  guarded
                      .rows("select failure from webhook_delivery where parked_at is not null")
                      .contains("the address leads into a private network"));
      assertThat(receiver.all()).isEmpty();
    }
  }

  @Test
  void shouldTellABotWhileItIsNotOffline() {
    String botId =
        configure(
                "create_bot_agent",
                """
                {"name": "Robo", "status": "not accepting chats", "webhooks": {
                  "url": "%s", "secret_key": "b0t", "actions": [
                    {"name": "incoming_event", "filters": {"author_type": "customer"}}]}}
                """
                    .formatted(receiver.url("/bot")))
            .body()
            .path("bot_agent_id")
            .asText();
    server.agent(ANNA);
    TestCustomer carl = server.customer();
    TestChat chat = carl.startsChat("Hello");

    carl.says(chat, "awake");
    awaitTexts("/bot", "awake");
    assertThat(receiver.taken("/bot").getFirst().body().path("secret_key").asText())
        .isEqualTo("b0t");
    configure("update_bot_agent", "{\"id\": \"%s\", \"status\": \"offline\"}".formatted(botId));
    carl.says(chat, "asleep");
    configure(
        "update_bot_agent",
        "{\"id\": \"%s\", \"status\": \"not accepting chats\"}".formatted(botId));
    carl.says(chat, "awake again");

    awaitTexts("/bot", "awake", "awake again");
    assertThat(
            configure("get_bot_agent_details", "{\"bot_agent_id\": \"%s\"}".formatted(botId))
                .body()
                .path("bot_agent")
                .path("webhooks")
                .path("actions")
                .path(0)
                .path("name")
                .asText())
        .isEqualTo("incoming_event");
  }
}
