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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo: its past, and that what it and the README tell one to type works.
class DemoTest {
  private static final String ANNA = "dal:demo-anna";
  private static final Pattern SHELL_OF_GUIDE =
      Pattern.compile("<pre>((?:curl|TOKEN=)[^<]*)</pre>");
  private static final Pattern SOCKET_OF_GUIDE =
      Pattern.compile("<pre>npx wscat -c '?([^<']*)'?</pre>|<pre>(\\{\"request_id[^<]*)</pre>");
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
  void shouldServeAGuideWhoseWebSocketLinesWork() throws Exception {
    var lines = SOCKET_OF_GUIDE.matcher(get("/demo/guide/")).results().toList();
    String token = customerToken();
    RtmClient connection = null;
    int answered = 0;
    for (var line : lines) {
      if (line.group(1) != null) {
        close(connection);
        connection = RtmClient.open(URI.create(line.group(1).replace("{ws}", sockets())));
      } else {
        var request = new ObjectMapper().readTree(line.group(2).replace("$TOKEN", token));
        var answer =
            connection.request(
                request.path("action").asText(),
                request.path("payload").toString().replace("%", "%%"));
        assertThat(answer.success()).as("%s: %s", request, answer.payload()).isTrue();
        answered++;
      }
    }
    close(connection);

    assertThat(answered).isGreaterThanOrEqualTo(4);
  }

  @Test
  void shouldHaveABotThatGreetsAnswersAndHandsOver() {
    try (var mara = customer(customerToken())) {
      var chat =
          mara.request(
              "start_chat",
              "{continuous: false, chat: {access: {group_ids: [1]}, thread: {events: []}}}");
      assertThat(chat.success()).as("%s", chat.payload()).isTrue();
      String chatId = chat.payload().path("chat_id").asText();

      assertThat(hears(mara, "What can I do for you?").path("template_id").asText())
          .isEqualTo("quick_replies");
      says(mara, chatId, "When are you open?");
      hears(mara, "from Monday to Saturday");
      says(mara, chatId, "Where is my order 4711?");
      assertThat(hears(mara, "Order 4711 is on its way").path("template_id").asText())
          .isEqualTo("cards");
      says(mara, chatId, "I would like to talk to a person");
      assertThat(hears(mara, "Nobody is at the desk").path("text").asText())
          .contains(address + "/demo/");

      try (var clara = RtmClient.open(URI.create(sockets() + "/v3.1/agent/rtm/ws"))) {
        assertThat(clara.request("login", "{token: 'Bearer dal:demo-clara'}").success()).isTrue();
        hears(mara, "Somebody has come");
        clara.push(
            "chat_user_added", each -> each.at("/user/id").asText().equals("clara@example.com"));
        assertThat(
                clara
                    .request(
                        "send_event",
                        "{chat_id: '%s', event: {type: 'message', text: 'Clara here', recipients: 'all'}}",
                        chatId)
                    .success())
            .isTrue();
        hears(mara, "Clara here");
        assertThat(clara.request("close_thread", "{chat_id: '%s'}", chatId).success()).isTrue();
        assertThat(clara.request("logout", "{}").success()).isTrue();
      }
    }
  }

  @Test
  void shouldBringOtherChatsToPeople() {
    try (var anna = RtmClient.open(URI.create(sockets() + "/v3.1/agent/rtm/ws"));
        var mara = customer(customerToken())) {
      assertThat(anna.request("login", "{token: 'Bearer %s'}", ANNA).success()).isTrue();
      String chatId = mara.request("start_chat", "{}").payload().path("chat_id").asText();

      var chat =
          anna.push("incoming_chat_thread", each -> each.at("/chat/id").asText().equals(chatId));

      assertThat(chat.at("/payload/chat/users").findValuesAsText("id"))
          .contains("anna@example.com");
      assertThat(anna.request("close_thread", "{chat_id: '%s'}", chatId).success()).isTrue();
      assertThat(anna.request("logout", "{}").success()).isTrue();
    }
  }

  private static void says(RtmClient customer, String chatId, String text) {
    var answer =
        customer.request(
            "send_event",
            "{chat_id: '%s', event: {type: 'message', text: '%s', recipients: 'all'}}",
            chatId,
            text);
    assertThat(answer.success()).as("%s", answer.payload()).isTrue();
  }

  private static JsonNode hears(RtmClient customer, String words) {
    return customer
        .push("incoming_event", each -> each.path("event").toString().contains(words))
        .at("/payload/event");
  }

  private static String sockets() {
    return address.toString().replaceFirst("^http", "ws");
  }

  private static String customerToken() {
    return new WebClient(address)
        .post(
            "/accounts/customer/token",
            "Bearer " + ANNA,
            "{\"grant_type\": \"agent_token\", \"client_id\": \"04b98ba24fc4426a0a046cf955dfd796\","
                + " \"response_type\": \"token\"}")
        .body()
        .path("access_token")
        .asText();
  }

  private static RtmClient customer(String token) {
    var connection = RtmClient.open(URI.create(sockets() + "/v3.1/customer/rtm/ws?license_id=100"));
    assertThat(connection.request("login", "{token: 'Bearer %s'}", token).success()).isTrue();
    return connection;
  }

  private static void close(@Nullable RtmClient connection) {
    if (connection != null) {
      connection.close();
    }
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
