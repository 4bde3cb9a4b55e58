package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo: its past, and that what it and the README tell one to type works.
class DemoTest {
  private static final String ANNA = "dal:demo-anna";
  private static final Pattern SHELL_OF_GUIDE =
      Pattern.compile("<pre>((?:curl|TOKEN=)[^<]*)</pre>");
  private static final Pattern SHELL_OF_README =
      Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @TempDir private static Path directory;

  private static ParleyProcess server;
  private static URI address;

  @BeforeAll
  static void start() {
    server =
        ParleyProcess.run(
            Map.of(), "demo", "--port", "0", "--data", directory.resolve("data").toString());
    address = server.awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldHaveWeeksOfConversationsAndSomebodyWaiting() {
    var archives =
        new WebClient(address)
            .agent(
                ANNA,
                "get_archives",
                "{\"filters\": {\"properties\": {\"rating\": {\"score\": {\"exists\": true}}}},"
                    + " \"pagination\": {\"page\": 1, \"limit\": 1}}");
    var chats = new WebClient(address).agent(ANNA, "get_chats_summary", "{\"limit\": 10}");

    assertThat(archives.body().path("found_chats").asInt()).isGreaterThan(20);
    assertThat(
            chats
                .body()
                .path("chats_summary")
                .valueStream()
                .filter(chat -> chat.at("/last_thread_summary/active").asBoolean()))
        .hasSize(3);
  }

  @Test
  void shouldGiveNobodyAChatOfThePast() {
    try (var agent =
        RtmClient.open(
            URI.create(address.toString().replaceFirst("^http", "ws") + "/v3.1/agent/rtm/ws"))) {
      var login = agent.request("login", "{\"token\": \"Bearer %s\"}".formatted(ANNA));

      assertThat(login.success()).isTrue();
      assertThat(
              login
                  .payload()
                  .path("chats_summary")
                  .valueStream()
                  .filter(chat -> chat.at("/last_thread_summary/active").asBoolean())
                  .flatMap(chat -> chat.path("users").valueStream())
                  .filter(user -> user.path("type").asText().equals("agent"))
                  .filter(user -> user.path("present").asBoolean()))
          .isEmpty();
    }
  }

  @Test
  void shouldServeAGuideWhoseLinesWork() throws Exception {
    String guide = get("/demo/guide/");
    var lines = SHELL_OF_GUIDE.matcher(guide).results().map(found -> found.group(1)).toList();

    assertThat(lines).hasSizeGreaterThanOrEqualTo(4);
    assertThat(
            answers(
                lines.stream().map(line -> line.replace("{http}", address.toString())).toList()))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(answer -> assertThat(answer.has("error")).as("%s", answer).isFalse());
  }

  @Test
  void shouldTellInTheReadmeWhatWorks() throws Exception {
    String readme = Files.readString(Path.of("..", "README.md"));
    List<String> lines =
        SHELL_OF_README
            .matcher(readme)
            .results()
            .map(found -> found.group(1))
            .filter(block -> block.contains("curl"))
            .filter(block -> !block.contains("<chat_id>"))
            .map(block -> block.replace("http://127.0.0.1:8080", address.toString()))
            .map(block -> block.replace("echo \"$TOKEN\"", ""))
            .toList();

    assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
    assertThat(answers(lines))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(answer -> assertThat(answer.has("error")).as("%s", answer).isFalse());
  }

  @Test
  void shouldNotListenToStrangers() {
    try (var exposed =
        ParleyProcess.run(
            Map.of("PARLEY_DATABASE_URL", SharedPostgres.newDatabase()),
            "demo",
            "--host",
            "0.0.0.0",
            "--port",
            "0")) {
      assertThat(exposed.awaitEnd()).isEqualTo(1);
      assertThat(exposed.err()).contains("known to everybody");
    }
  }

  /// The JSON documents that the lines print, run one after another in one shell.
  private static List<JsonNode> answers(List<String> lines) throws Exception {
    String script = "set -e\n" + String.join("\necho\n", lines) + "\n";
    Path printed = directory.resolve("printed");
    Process shell =
        new ProcessBuilder("bash", "-c", script)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(shell.waitFor()).as(() -> text(printed)).isZero();
    var json = new ObjectMapper();
    try (var documents = json.readerFor(JsonNode.class).<JsonNode>readValues(text(printed))) {
      return documents.readAll();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String get(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(address.resolve(path)).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
          .body();
    }
  }
}
