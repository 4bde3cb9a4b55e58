package io.parley.bench.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own, which says on its standard output where it can be reached.
public final class LaunchedServer implements AutoCloseable {
  private static final String READY = " ready at ";
  private static final long PATIENCE_SECONDS = 600;
  private static final long END_SECONDS = 20;

  private final Process process;
  private final URI address;

  private LaunchedServer(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /// Starts a program and waits until it prints a line of the form `<name> ready at
  /// <address>`.
  ///
  /// @param settings more variables for its environment
  /// @param log where its standard error goes
  public static LaunchedServer start(List<String> command, Map<String, String> settings, Path log)
      throws IOException, InterruptedException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    var program = new ProcessBuilder(command).redirectError(log.toFile());
    program.environment().putAll(settings);
    var process = program.start();
    var ready = new CompletableFuture<String>();
    // Reading a pipe keeps hold of the processor that a virtual thread runs on: three of them left
    // none.
    Thread.ofPlatform().daemon().name("output").start(() -> readAll(process, ready));
    try {
      return new LaunchedServer(
          process, URI.create(ready.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join()));
    } catch (RuntimeException e) {
      end(process);
      throw new IOException(
          String.join(" ", command) + " did not start; see " + log + ":\n" + lastLine(log), e);
    }
  }

  /// Where the server is reached.
  public URI address() {
    return address;
  }

  /// The id of the process that was started.
  public long pid() {
    return process.pid();
  }

  /// Ends the server as an operator would, and by force when it does not listen.
  @Override
  public void close() {
    try {
      end(process);
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private static void readAll(Process process, CompletableFuture<String> ready) {
    try (var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        var at = line.indexOf(READY);
        if (at >= 0) {
          ready.complete(line.substring(at + READY.length()).strip());
        }
      }
      ready.completeExceptionally(new IOException("it ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  private static String lastLine(Path log) {
    try {
      var lines = Files.readAllLines(log);
      return lines.isEmpty() ? "" : lines.getLast();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
