package io.parley.store.search;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// How the worker walks: in steps of about the same time, with a look around now and then. While
/// the processors are full, it rests most of the time: somebody waits for an answer to a message,
/// and whoever searches reads what is not in the index yet from the events.
///
/// For one thread.
final class Stride {
  private static final long STEP_NANOS = Duration.ofMillis(250).toNanos();
  private static final long WALK_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long GLANCE_MILLIS = 200;
  /// So many glances in a row tell that a crowd has gone: those who write pause now and then.
  private static final int LONG_CALM = 5;

  private static final int SHORTEST = 100;
  private static final int FIRST = 2_000;
  private static final int LONGEST = 20_000;

  /// The part of the time in which it works while the processors are full: one in so many.
  private static final int REST = 20;

  private final BooleanSupplier full;
  private int length = FIRST;
  private boolean crowded;
  private long walkedNanos;

  /// @param full whether the processors had nothing to spare during the last 200 ms
  Stride(BooleanSupplier full) {
    this.full = full;
  }

  /// How many events to take in with the next step.
  int length() {
    return length;
  }

  /// A step is done.
  ///
  /// @param whole whether it was of that length: from one that found less to do nothing is learnt
  void took(long nanos, boolean whole) {
    walkedNanos += nanos;
    if (!whole) {
      return;
    }
    double fitting = (double) length * STEP_NANOS / Math.max(nanos, 1);
    length =
        (int) Math.clamp(fitting, Math.max(SHORTEST, length / 4), Math.min(LONGEST, length * 2));
  }

  /// Looks around if it is time to, and rests while others need the processors.
  ///
  /// @return false if it was ended meanwhile
  boolean goesOn(CountDownLatch ended) {
    if (!crowded && walkedNanos < WALK_NANOS) {
      return ended.getCount() > 0;
    }
    long begin = System.nanoTime();
    if (isOver(ended)) {
      return false;
    }
    var _ = full.getAsBoolean(); // It saw the last step as well, and does not count.
    int calm = 0;
    while (calm < (crowded ? LONG_CALM : 1) && System.nanoTime() - begin < REST * walkedNanos) {
      if (isOver(ended)) {
        return false;
      }
      calm = full.getAsBoolean() ? 0 : calm + 1;
      crowded |= calm == 0;
    }
    crowded &= calm < LONG_CALM;
    walkedNanos = 0;
    return true;
  }

  /// Lets a moment pass.
  ///
  /// @return true if that was the end
  private static boolean isOver(CountDownLatch ended) {
    try {
      return ended.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
