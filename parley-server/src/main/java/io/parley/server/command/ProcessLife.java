package io.parley.server.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The end of the process: a signal stops what runs, within a time, and the exit status is then 0.
///
/// The JVM's own status after a signal tells of the signal. So the hook that the JVM runs ends the
/// process itself.
final class ProcessLife {
  private static final Logger log = LoggerFactory.getLogger(ProcessLife.class);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final Runnable stop;
  private final Thread hook = new Thread(this::end, "stop");
  private volatile boolean ending;
  private volatile int status;

  /// Begins to listen for signals.
  ///
  /// @param stop ends what runs; must be fit for being called at any time
  ProcessLife(Runnable stop) {
    this.stop = stop;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// True from the first signal on.
  boolean isEnding() {
    return ending;
  }

  /// Waits for the end of the process, which never returns.
  void awaitEnd() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /// Ends the process because it can't go on.
  void fail() {
    status = 1;
    Thread.ofPlatform().name("fail").start(() -> System.exit(1));
  }

  /// Stops to listen: the caller ends the process.
  void leave() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      log.debug("The process ends already", e);
    }
  }

  private void end() {
    ending = true;
    Thread stopping = Thread.ofPlatform().daemon().name("stopping").start(stop);
    try {
      if (!stopping.join(STOP)) {
        log.warn("Not everything could be stopped within {} s", STOP.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.flush();
    System.err.flush();
    Runtime.getRuntime().halt(status);
  }
}
