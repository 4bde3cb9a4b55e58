package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.server.config.ServerConfig;
import io.parley.server.config.ServerConfig.WebhookSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The programs of `examples/`, each as its own process, against the real server.
@ExtendWith(NoErrorsLogged.class)
class ExamplesTest {
  private static final String ANNA = "anna@example.com";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();

  private final ParleyServer server =
      ParleyServer.start(
          ServerConfig.DEFAULTS
              .withPrivateTargetsAllowed()
              .withWebhooks(
                  new WebhookSettings(
                      4,
                      Duration.ofSeconds(10),
                      30,
                      Duration.ofMinutes(10),
                      Duration.ofMillis(100))),
          TestLicense.usual());
  private final Path kept = Directories.temporary();
  private final int port = freePort();
  private Process program;

  @AfterEach
  void stop() throws InterruptedException {
    kill();
    server.close();
    Directories.delete(kept);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs an example until it says that it listens.
  private void run(String source, Map<String, String> settings) {
    try {
      var builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              EXAMPLES.resolve(source).toString());
      builder.directory(kept.toFile()).redirectErrorStream(true);
      builder.environment().put("PARLEY_URL", server.address().toString());
      builder.environment().put("PARLEY_TOKEN", "token:" + ANNA);
      builder.environment().putAll(settings);
      program = builder.start();
      String said = program.inputReader().readLine();
      while (said != null && !said.contains("listens at")) {
        said = program.inputReader().readLine();
      }
      assertThat(said).as("what the example says").isNotNull();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void kill() throws InterruptedException {
    if (program != null) {
      program.destroyForcibly().waitFor();
    }
  }

  @Test
  void shouldEchoWhatCustomersSayAndHandOverOnRequest() throws InterruptedException {
    var settings = Map.of("BOT_PORT", String.valueOf(port));
    run("echobot/EchoBot.java", settings);
    TestAgent anna = server.agent(ANNA);
    TestCustomer carl = server.customer();

    TestChat chat = carl.startsChat("Hello");
    carl.hears(chat, "You said: Hello");
    carl.says(chat, "How are you?");
    carl.hears(chat, "You said: How are you?");

    kill();
    carl.says(chat, "Are you still there?");
    carl.says(chat, "Well?");
    run("echobot/EchoBot.java", settings);
    carl.hears(chat, "You said: Are you still there?");
    carl.hears(chat, "You said: Well?");

    carl.says(chat, "I want a human");
    carl.hears(chat, "One moment, I am looking for somebody.");
    assertThat(anna.sees("chat_user_added", chat).path("user").path("id").asText()).isEqualTo(ANNA);
    anna.says(chat, "Here I am");
    carl.hears(chat, "Here I am");
  }

  @Test
  void shouldBridgeAMessengerThatComesAndGoes() throws InterruptedException {
    var settings = new HashMap<String, String>();
    settings.put("PARLEY_LICENSE", String.valueOf(server.license().id()));
    settings.put("PARLEY_CLIENT_ID", TestLicense.CLIENT_ID);
    settings.put("PARLEY_REDIRECT_URI", TestLicense.REDIRECT_URI);
    settings.put("BRIDGE_PORT", String.valueOf(port));
    run("bridge/ChannelBridge.java", settings);
    TestAgent anna = server.agent(ANNA);

    writes("maria", "Hello, is anybody there?");
    JsonNode started =
        anna.connection().push("incoming_chat_thread", _ -> true).path("payload").path("chat");
    var chat =
        new TestChat(started.path("id").asText(), started.path("thread").path("id").asText());
    assertThat(
            StreamSupport.stream(started.path("thread").path("events").spliterator(), false)
                .map(event -> event.path("text").asText()))
        .contains("Hello, is anybody there?");
    anna.says(chat, "I am here");
    awaitInbox("maria", "I am here");
    writes("maria", "Good!");
    anna.hears(chat, "Good!");

    kill();
    anna.says(chat, "Can you hear me?");
    anna.says(chat, "Hello?");
    run("bridge/ChannelBridge.java", settings);
    awaitInbox("maria", "Can you hear me?", "Hello?");
    writes("maria", "Now I can");
    anna.hears(chat, "Now I can");

    anna.does("close_thread", "{\"chat_id\": \"%s\"}".formatted(chat.id()));
    writes("maria", "One more thing");
    assertThat(
            anna.connection()
                .push("incoming_chat_thread", _ -> true)
                .path("payload")
                .path("chat")
                .path("id")
                .asText())
        .isEqualTo(chat.id());
  }

  private void writes(String person, String text) {
    HttpResponse<String> answer =
        ask(
            HttpRequest.newBuilder(messenger(person))
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build());
    assertThat(answer.statusCode()).isEqualTo(204);
  }

  private void awaitInbox(String person, String... texts) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var inbox =
                  WebClient.JSON.readTree(
                      ask(HttpRequest.newBuilder(messenger(person)).build()).body());
              List<String> arrived =
                  StreamSupport.stream(inbox.spliterator(), false).map(JsonNode::asText).toList();
              assertThat(arrived).containsExactly(texts);
            });
  }

  private URI messenger(String person) {
    return URI.create("http://127.0.0.1:%d/messenger/%s".formatted(port, person));
  }

  private static HttpResponse<String> ask(HttpRequest request) {
    try {
      return WebClient.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
