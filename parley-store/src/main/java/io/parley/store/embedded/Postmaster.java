package io.parley.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL's main process, started by this one.
///
/// A thread of its own starts it and stays until it ends: the system ties a child's end to the
/// *thread* that started it, and the same thread tells when the process ends unasked.
final class Postmaster {

  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final long POLL_MILLIS = 5;

  /// How far the process is, as seen from here.
  private enum Phase {
    /// Not accepting connections yet; an end is a failed start.
    STARTING,
    /// Accepting connections; an end is a crash.
    RUNNING,
    /// Asked to end, or ended.
    ENDING
  }

  private final Process process;
  private final AtomicReference<Phase> phase;

  private Postmaster(Process process, AtomicReference<Phase> phase) {
    this.process = process;
    this.phase = phase;
  }

  /// Starts the process. It does not accept connections yet when this returns.
  ///
  /// @param output where what it says goes until its own log is open
  /// @param onCrash told the exit status when it ends unasked after it was ready
  static Postmaster launch(
      Installation installation, Path database, int port, Path output, IntConsumer onCrash)
      throws IOException {
    var builder =
        installation
            .launcher()
            .builder(
                List.of(
                    installation.binaries().program("postgres"),
                    "-D",
                    database.toString(),
                    "-p",
                    Integer.toString(port)))
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    var phase = new AtomicReference<>(Phase.STARTING);
    var started = new CompletableFuture<Process>();
    Thread.ofPlatform()
        .name("postgres-guardian")
        .daemon()
        .start(() -> guard(builder, started, phase, onCrash));
    try {
      return new Postmaster(started.join(), phase);
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw new IOException(cause.getMessage(), cause);
      }
      throw e;
    }
  }

  /// Waits until it accepts connections.
  ///
  /// @return false when it has ended instead
  boolean awaitReady(Path database, Duration timeout) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() < deadline) {
      var seen = PostmasterPid.read(database);
      if (seen.filter(one -> one.pid() == pid() && one.status().equals("ready")).isPresent()) {
        return phase.compareAndSet(Phase.STARTING, Phase.RUNNING);
      }
      if (ended(POLL_MILLIS)) {
        return false;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("interrupted while it started");
      }
    }
    throw new IOException("it was not ready after " + timeout.toSeconds() + " s");
  }

  /// Ends it cleanly: sessions are cut, everything is written, and the next start has nothing to
  /// recover. One that takes too long is ended without ceremony, and the next start recovers.
  void stop(Duration timeout) {
    phase.set(Phase.ENDING);
    if (!process.isAlive()) {
      return;
    }
    signal(pid(), "INT");
    if (!ended(timeout.toMillis())) {
      LOG.warn("PostgreSQL did not stop within {} s: ending it at once", timeout.toSeconds());
      signal(pid(), "QUIT");
      if (!ended(TimeUnit.SECONDS.toMillis(5))) {
        process.destroyForcibly();
        process.onExit().join();
      }
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// The number of the process.
  long pid() {
    return process.pid();
  }

  /// Stops a postmaster that a killed Parley has left on the same files.
  static void stopLeftOver(Path database, Duration timeout) throws IOException {
    var seen = PostmasterPid.read(database);
    if (seen.isEmpty()) {
      return;
    }
    var left = seen.get();
    if (left.isAliveIn(database)) {
      LOG.warn("Stopping PostgreSQL (pid {}), which a killed Parley has left", left.pid());
      for (var signal : List.of("INT", "QUIT", "KILL")) {
        signal(left.pid(), signal);
        if (gone(left, database, timeout)) {
          break;
        }
      }
    }
    if (PostmasterPid.read(database).filter(now -> now.pid() == left.pid()).isPresent()) {
      PostmasterPid.delete(database);
    }
  }

  private static void guard(
      ProcessBuilder builder,
      CompletableFuture<Process> started,
      AtomicReference<Phase> phase,
      IntConsumer onCrash) {
    try {
      var process = builder.start();
      started.complete(process);
      int status = process.onExit().join().exitValue();
      if (phase.getAndSet(Phase.ENDING) == Phase.RUNNING) {
        onCrash.accept(status);
      }
    } catch (IOException e) {
      started.completeExceptionally(e);
    }
  }

  private boolean ended(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private static boolean gone(PostmasterPid left, Path database, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (left.isAliveIn(database)) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
    }
    return true;
  }

  /// Java itself sends two signals only, and neither is PostgreSQL's clean and fast stop.
  private static void signal(long pid, String name) {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      LOG.warn("No signal {} could be sent to PostgreSQL", name, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
