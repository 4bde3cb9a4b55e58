package io.parley.delivery.letter;

import io.parley.core.agent.LetterPosted;
import io.parley.core.license.LicenseId;
import io.parley.runtime.Committed;
import io.parley.runtime.Delivery;
import io.parley.runtime.Outcome;
import io.parley.runtime.OutcomeBatch;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A delivery that has letters written of what it hands on.
public final class Letters implements Delivery, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Letters.class);
  private static final int WAITING = 1_000;

  private final Delivery delivery;
  private final Scribe scribe;
  private final ThreadPoolExecutor worker;

  /// Port: writes a letter and sends it.
  @FunctionalInterface
  public interface Scribe {
    /// Writes and sends. May block.
    void write(LicenseId licenseId, LetterPosted letter);
  }

  /// @param delivery what everything is handed on to
  public Letters(Delivery delivery, Scribe scribe) {
    this.delivery = delivery;
    this.scribe = scribe;
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("letters").factory());
  }

  @Override
  public void deliver(OutcomeBatch batch) {
    delivery.deliver(batch);
    for (Outcome outcome : batch.outcomes()) {
      for (Committed committed : outcome.changes()) {
        if (committed.change() instanceof LetterPosted letter) {
          plan(batch.licenseId(), letter);
        }
      }
    }
  }

  @Override
  public void reset(LicenseId licenseId) {
    delivery.reset(licenseId);
  }

  private void plan(LicenseId licenseId, LetterPosted letter) {
    try {
      worker.execute(() -> write(licenseId, letter));
    } catch (RejectedExecutionException _) {
      log.warn("A letter about {} was dropped: too many wait", letter.agentId());
    }
  }

  private void write(LicenseId licenseId, LetterPosted letter) {
    try {
      scribe.write(licenseId, letter);
    } catch (RuntimeException e) {
      log.warn("A letter about {} could not be written", letter.agentId(), e);
    }
  }

  /// Ends when the letter at hand is written; those that wait are dropped.
  @Override
  public void close() {
    worker.shutdownNow();
    try {
      if (!worker.awaitTermination(1, TimeUnit.SECONDS)) {
        log.warn("A letter is still being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
