package io.parley.testkit;

import io.parley.server.Main;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// The program as a process of its own, run by the Java that runs the test.
public final class ParleyProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String READY = "parley ready at ";

  private final Path output;
  private final Process process;

  private ParleyProcess(Path output, Process process) {
    this.output = output;
    this.process = process;
  }

  /// Runs `bin/parley` with these words.
  public static ParleyProcess run(Map<String, String> environment, String... words) {
    Path output = Directories.temporary();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            withoutTests(System.getProperty("java.class.path")),
            Main.class.getName()));
    command.addAll(List.of(words));
    var builder =
        new ProcessBuilder(command)
            .directory(output.toFile())
            .redirectOutput(output.resolve("stdout").toFile())
            .redirectError(output.resolve("stderr").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
    builder.environment().putAll(environment);
    try {
      return new ParleyProcess(output, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The class path without the tests' own settings of the log.
  private static String withoutTests(String classPath) {
    var parts = new ArrayList<>(List.of(classPath.split(File.pathSeparator)));
    parts.removeIf(part -> part.endsWith("test-classes"));
    return String.join(File.pathSeparator, parts);
  }

  /// Waits until the server says that it is ready.
  ///
  /// @return its address
  public URI awaitReady() {
    Awaitility.await("the ready line")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> out().contains(READY) || !process.isAlive());
    return URI.create(
        out()
            .lines()
            .filter(line -> line.startsWith(READY))
            .findFirst()
            .orElseThrow(
                () ->
                    new AssertionError(
                        "the server ended with status "
                            + awaitEnd()
                            + " before it was ready: "
                            + err()))
            .substring(READY.length()));
  }

  /// Waits until the process has ended.
  ///
  /// @return its exit status
  public int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the process did not end: " + err());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return process.exitValue();
  }

  /// Sends SIGTERM.
  public void terminate() {
    process.destroy();
  }

  /// Sends SIGKILL.
  public void kill() {
    process.destroyForcibly();
  }

  /// What was written to standard output so far.
  public String out() {
    return read("stdout");
  }

  /// What was written to standard error so far.
  public String err() {
    return read("stderr");
  }

  private String read(String stream) {
    try {
      return Files.readString(output.resolve(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Kills what still runs and forgets what it wrote.
  @Override
  public void close() {
    kill();
    awaitEnd();
    Directories.delete(output);
  }
}
