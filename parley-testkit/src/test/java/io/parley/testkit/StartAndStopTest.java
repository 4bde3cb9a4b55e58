package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as its users run it: a process with words, signals and an exit status.
class StartAndStopTest {
  private static final String TOKEN = "dal:demo-anna";

  @TempDir Path directory;
  private final List<ParleyProcess> processes = new ArrayList<>();

  @AfterEach
  void killWhatIsLeft() {
    processes.forEach(ParleyProcess::close);
  }

  @Test
  void shouldSayOneLineWhenItIsReadyAndEndWithZeroOnSigterm() {
    var server = run(Map.of("PARLEY_PORT", "0"), "start", "--data", data());

    URI address = server.awaitReady();
    assertThat(new WebClient(address).get("/health/ready").status()).isEqualTo(200);
    assertThat(new WebClient(address).get("/metrics").response().body())
        .contains("parley_journal_commit", "parley_mailbox_depth");
    server.terminate();

    assertThat(server.awaitEnd()).isZero();
    assertThat(server.out()).isEqualTo("parley ready at " + address + "\n");
    assertThat(server.err()).doesNotContain("ERROR", "Exception");
  }

  @Test
  void shouldHaveEverythingThatWasAcknowledgedAfterBeingKilled() {
    var first = run(Map.of(), "demo", "--port", "0", "--data", data());
    URI address = first.awaitReady();
    String chatId;
    var said = new ArrayList<String>();
    try (var agent = loggedInAgent(address)) {
      chatId = startChat(address);
      said.add("Hello");
      for (int i = 1; i <= 200; i++) {
        String text = "message " + i;
        var response =
            agent.request(
                "send_event",
                "{\"chat_id\": \"%s\", \"event\": {\"type\": \"message\", \"text\": \"%s\", \"recipients\": \"all\"}}"
                    .formatted(chatId, text));
        assertThat(response.success()).as("%s", response.payload()).isTrue();
        said.add(text);
      }
      first.kill();
    }
    first.awaitEnd();

    var second = run(Map.of(), "demo", "--port", "0", "--data", data());
    var answer =
        new WebClient(second.awaitReady())
            .agent(TOKEN, "get_chat_threads", "{\"chat_id\": \"%s\"}".formatted(chatId));

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(messages(answer.body().at("/chat/threads/0/events"))).isEqualTo(said);
    second.terminate();
    assertThat(second.awaitEnd()).isZero();
  }

  @Test
  void shouldPrintWhatToTryAfterTheReadyLineOfTheDemo() {
    var server = run(elsewhere(), "demo", "--port", "0");

    URI address = server.awaitReady();
    server.terminate();

    assertThat(server.awaitEnd()).isZero();
    assertThat(server.out().lines().filter(line -> line.startsWith("parley ready at "))).hasSize(1);
    assertThat(server.out())
        .contains(TOKEN, address.toString(), "ws://127.0.0.1:")
        .doesNotContain("{http}");
  }

  @Test
  void shouldSayInOneLineThatThePortIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      var server = run(elsewhere(), "start", "--port", port);

      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.out()).isEmpty();
      assertThat(complaints(server)).singleElement().asString().contains(port);
    }
  }

  @Test
  void shouldSayInOneLineThatTheDatabaseCannotBeReached() {
    var server =
        run(
            Map.of("PARLEY_DATABASE_URL", "postgres://nobody@127.0.0.1:1/parley"),
            "start",
            "--port",
            "0");

    assertThat(server.awaitEnd()).isEqualTo(1);
    assertThat(server.out()).isEmpty();
    assertThat(complaints(server)).singleElement().asString().contains("127.0.0.1:1");
    assertThat(server.err()).doesNotContain("\tat ");
  }

  @Test
  void shouldRefuseAProvisioningThatRefersToNothingBeforeAnythingIsApplied() throws IOException {
    Path wrong =
        Files.writeString(
            directory.resolve("acme.yaml"),
            """
            licenses:
              - id: 5
                name: Acme
                tokens: [ { token: t, agent: nobody@example.com, scopes: [ "*" ] } ]
            """);
    var server = run(elsewhere(), "start", "--port", "0", "--provision", wrong.toString());

    assertThat(server.awaitEnd()).isEqualTo(1);
    assertThat(complaints(server))
        .containsExactly(
            "parley: "
                + wrong
                + ":4: licenses[0].tokens[0].agent names the agent nobody@example.com, who is not in the license");
  }

  @Test
  void shouldRefuseWrongWordsWithStatusTwo() {
    var server = run(Map.of(), "start", "--prot", "1");

    assertThat(server.awaitEnd()).isEqualTo(2);
    assertThat(server.err()).startsWith("parley: ").hasLineCount(1);
  }

  private static List<String> messages(JsonNode events) {
    return events
        .valueStream()
        .filter(event -> event.path("type").asText().equals("message"))
        .map(event -> event.path("text").asText())
        .toList();
  }

  private static RtmClient loggedInAgent(URI address) {
    var agent =
        RtmClient.open(
            URI.create(address.toString().replaceFirst("^http", "ws") + "/v3.1/agent/rtm/ws"));
    assertThat(agent.request("login", "{\"token\": \"Bearer %s\"}".formatted(TOKEN)).success())
        .isTrue();
    return agent;
  }

  private static String startChat(URI address) {
    var web = new WebClient(address);
    var customer =
        web.post(
            "/accounts/customer/",
            "Bearer " + TOKEN,
            "{\"client_id\": \"%s\", \"redirect_uri\": \"http://localhost/\", \"response_type\": \"token\"}"
                .formatted(TestLicense.CLIENT_ID));
    assertThat(customer.status()).as("%s", customer.body()).isEqualTo(200);
    var chat =
        web.customer(
            100,
            customer.body().path("access_token").asText(),
            "start_chat",
            "{\"chat\": {\"thread\": {\"events\": [{\"type\": \"message\", \"text\": \"Hello\", \"recipients\": \"all\"}]}}}");
    assertThat(chat.status()).as("%s", chat.body()).isEqualTo(200);
    return chat.body().path("chat_id").asText();
  }

  private ParleyProcess run(Map<String, String> environment, String... words) {
    var process = ParleyProcess.run(environment, words);
    processes.add(process);
    return process;
  }

  /// A database that need not be started.
  private static Map<String, String> elsewhere() {
    return Map.of("PARLEY_DATABASE_URL", SharedPostgres.newDatabase());
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  private static List<String> complaints(ParleyProcess server) {
    return server.err().lines().filter(line -> line.startsWith("parley: ")).toList();
  }
}
