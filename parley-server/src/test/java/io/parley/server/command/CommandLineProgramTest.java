package io.parley.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineProgramTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void shouldListTheCommands() {
    assertThat(run(Map.of(), "--help")).isZero();

    assertThat(out()).contains("Usage: parley", "start", "demo");
    assertThat(err()).isEmpty();
  }

  @Test
  void shouldShowTheSameWithoutAnyWord() {
    assertThat(run(Map.of())).isZero();

    assertThat(out()).contains("Usage: parley", "start", "demo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "demo"})
  void shouldListTheOptionsOfACommandWithTheirDefaults(String command) {
    assertThat(run(Map.of(), command, "--help")).isZero();

    assertThat(out())
        .contains("Usage: parley " + command)
        .contains("--port=N", "(default: 8080)", "--host=ADDR", "--data=DIR")
        .contains("--database-url=URL", "--provision=FILE", "--config=FILE")
        .contains("--allow-private-targets")
        .contains(command.equals("demo") ? "data/demo" : "(default: data)");
    assertThat(err()).isEmpty();
  }

  @Test
  void shouldTellItsVersion() {
    assertThat(run(Map.of(), "--version")).isZero();

    assertThat(out()).startsWith("parley 0.1.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "start --prot 1",
        "start --port",
        "start --port x",
        "start --port 70000",
        "start word",
        "start --allow-private-targets=perhaps",
        "start --config /nowhere/parley.conf"
      })
  void shouldRefuseWrongWordsInOneLine(String words) {
    assertThat(run(Map.of(), words.split(" "))).isEqualTo(2);

    assertThat(out()).isEmpty();
    assertThat(err()).startsWith("parley: ").hasLineCount(1);
  }

  @Test
  void shouldRefuseAWrongVariableInOneLine() {
    assertThat(run(Map.of("PARLEY_PORT", "x"), "start")).isEqualTo(2);

    assertThat(err()).isEqualTo("parley: PARLEY_PORT must be a whole number, not \"x\"\n");
  }

  @Test
  void shouldRefuseAWrongProvisioningFileInOneLine(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("acme.yaml"), "licences: []");

    assertThat(run(Map.of(), "start", "--provision", file.toString())).isEqualTo(1);

    assertThat(err())
        .isEqualTo(
            "parley: " + file + ":1: licences is not a known key; known here are licenses\n");
  }

  @Test
  void shouldShowTheStackToWhoDebugs() {
    assertThat(run(Map.of("PARLEY_DEBUG", "1", "PARLEY_PORT", "x"), "start")).isEqualTo(2);

    assertThat(err()).contains("parley: PARLEY_PORT", "\tat io.parley.server.config");
  }

  private int run(Map<String, String> environment, String... words) {
    return new CommandLineProgram(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment)
        .run(words);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
