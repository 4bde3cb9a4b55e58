package io.parley.server.provisioning;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does, on one thread and with long breaths, what takes processors for a while and is not urgent.
/// What is not done when the server stops is begun again by the next start.
public final class SlowWork implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlowWork.class);
  private static final long BREATH_MILLIS = 200;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("slow-work").factory());

  /// Takes work.
  ///
  /// @param work is given a breath to take between its steps; the breath throws when it is time to
  ///     stop
  public void submit(Consumer<Runnable> work) {
    thread.execute(
        () -> {
          try {
            work.accept(SlowWork::breathe);
          } catch (CancellationException _) {
            log.debug("Stopped in the middle of slow work");
          } catch (RuntimeException e) {
            log.error("Slow work failed", e);
          }
        });
  }

  private static void breathe() {
    try {
      TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /// Stops the work at its next breath.
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      thread.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
