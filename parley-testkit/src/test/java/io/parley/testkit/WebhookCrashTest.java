package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A server that is killed while it sends webhooks.
class WebhookCrashTest {
  private static final TestLicense LICENSE = TestLicense.usual();
  private static final String TOKEN = "token:anna@example.com";
  private static final int ENOUGH = 40;

  private final Path directory = Directories.temporary();
  private final String database = SharedPostgres.newDatabase();
  private final WebhookReceiver receiver = WebhookReceiver.start();
  private ParleyProcess server;

  private WebClient launch() {
    try {
      Path file = Files.writeString(directory.resolve("license.yaml"), LICENSE.text());
      server =
          ParleyProcess.run(
              Map.of(),
              "start",
              "--port",
              "0",
              "--data",
              directory.resolve("data").toString(),
              "--database-url",
              database,
              "--provision",
              file.toString(),
              "--allow-private-targets");
      URI address = server.awaitReady();
      return new WebClient(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    server.close();
    receiver.close();
    Directories.delete(directory);
  }

  @Test
  void shouldLoseNothingThatWasAcknowledged() {
    WebClient web = launch();
    web.post(
        "/v3.1/configuration/action/register_webhook",
        "Bearer " + TOKEN,
        """
        {"action": "incoming_event", "url": "%s", "secret_key": "s",
         "filters": {"author_type": "customer"}}
        """
            .formatted(receiver.url("/")));
    String token =
        web.post(
                "/accounts/customer/",
                "Bearer " + TOKEN,
                "{\"client_id\": \"%s\", \"redirect_uri\": \"%s\", \"response_type\": \"token\"}"
                    .formatted(TestLicense.CLIENT_ID, TestLicense.REDIRECT_URI))
            .body()
            .path("access_token")
            .asText();
    String chatId =
        web.customer(LICENSE.id(), token, "start_chat", "{\"continuous\": true}")
            .body()
            .path("chat_id")
            .asText();
    var taken = new AtomicInteger();
    receiver.answersWith(() -> taken.incrementAndGet() % 5 == 0 ? 503 : 200);

    List<String> acknowledged = sendUntilKilled(web, token, chatId);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    receiver.answersWith(200);
    launch();

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(arrived()).containsAll(acknowledged));
    assertThat(arrived()).as("in order").isSorted();
  }

  /// Sends messages, and kills the server in the middle.
  private List<String> sendUntilKilled(WebClient web, String token, String chatId) {
    var acknowledged = new ArrayList<String>();
    try {
      for (int i = 1000; i < 9999; i++) {
        String text = "message " + i;
        WebClient.Answer answer =
            web.customer(
                LICENSE.id(),
                token,
                "send_event",
                """
                {"chat_id": "%s", "event": {"type": "message", "text": "%s", "recipients": "all"}}
                """
                    .formatted(chatId, text));
        if (answer.status() == 200) {
          acknowledged.add(text);
        }
        if (acknowledged.size() == ENOUGH) {
          Thread.ofVirtual().start(server::kill);
        }
      }
    } catch (UncheckedIOException _) {
      return acknowledged;
    }
    throw new AssertionError("the server was not killed");
  }

  /// What came in, each once.
  private List<String> arrived() {
    var texts = new LinkedHashSet<String>();
    receiver.taken().forEach(delivery -> texts.add(delivery.eventText()));
    return List.copyOf(texts);
  }
}
