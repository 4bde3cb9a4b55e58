package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.server.command.CommandLineProgram;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `parley explain-routing` beside a running server.
@ExtendWith(NoErrorsLogged.class)
class ExplainRoutingTest {
  private final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100)
              .group(1, "Sales")
              .agent("anna@example.com", 1)
              .agent("ben@example.com", 1)
              .agent("cora@example.com"));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void stop() {
    server.close();
  }

  private int explain(String... options) {
    return explain(server.data(), options);
  }

  private int explain(Path data, String... options) {
    var words = new ArrayList<>(List.of("explain-routing", "--data", data.toString()));
    words.addAll(List.of(options));
    return new CommandLineProgram(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of())
        .run(words.toArray(String[]::new));
  }

  @Test
  void shouldSayWhoGetsTheNextChatAndWhyTheOthersDoNot() {
    server.agent("anna@example.com");

    int status = explain("--license", "100", "--group", "1");

    assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            group 1 (Sales): online, 0 waiting
            anna@example.com  gets the next chat: 0 of 6 chats, priority normal
            ben@example.com   is not logged in
            cora@example.com  is in other groups
            """);
  }

  @Test
  void shouldSayWhatIsNotThere() {
    assertThat(explain("--license", "100", "--group", "7")).isEqualTo(1);
    assertThat(explain("--license", "101", "--group", "0")).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("parley: there is no group 7\nparley: there is no license 101\n");
  }

  @Test
  void shouldSayThatNoServerRuns(@TempDir Path elsewhere) {
    assertThat(explain(elsewhere, "--license", "100")).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no server runs on");
  }
}
