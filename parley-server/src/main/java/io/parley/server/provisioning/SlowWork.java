package io.parley.server.provisioning;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does, on one thread and with long breaths, what takes processors for a while and is not urgent.
/// While the process is busy otherwise, the breaths are longer still: each step would delay
/// somebody. What is not done when the server stops is begun again by the next start.
public final class SlowWork implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlowWork.class);
  private static final long BREATH_MILLIS = 200;
  private static final int MOST_BREATHS = 20;

  /// Of processor time in one breath: a quarter of a processor.
  private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(BREATH_MILLIS) / 4;

  private final LongSupplier processorNanos;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("slow-work").factory());

  /// @param processorNanos how much processor time the process has used
  public SlowWork(LongSupplier processorNanos) {
    this.processorNanos = processorNanos;
  }

  /// Work that makes room for the rest of this process.
  public static SlowWork besideThisProcess() {
    ProcessHandle process = ProcessHandle.current();
    return new SlowWork(() -> process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L));
  }

  /// Takes work.
  ///
  /// @param work is given a breath to take between its steps; the breath throws when it is time to
  ///     stop
  public void submit(Consumer<Runnable> work) {
    thread.execute(
        () -> {
          try {
            work.accept(this::breathe);
          } catch (CancellationException _) {
            log.debug("Stopped in the middle of slow work");
          } catch (RuntimeException e) {
            log.error("Slow work failed", e);
          }
        });
  }

  private void breathe() {
    try {
      for (int breath = 1; breath <= MOST_BREATHS; breath++) {
        long before = processorNanos.getAsLong();
        TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
        if (processorNanos.getAsLong() - before < BUSY_NANOS) {
          return;
        }
      }
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
