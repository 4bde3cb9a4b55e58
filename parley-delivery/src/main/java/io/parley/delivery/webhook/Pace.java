package io.parley.delivery.webhook;

import java.time.Duration;
import java.time.Instant;

/// How many deliveries may begin. While there is room on the processors, any number. While they are
/// full, and a good part of them with other work of this process, only so many that nothing stands
/// still: somebody waits for an answer to a message, and nobody for a webhook in the outbox.
///
/// For one thread.
final class Pace {
  private static final Duration SLICE = Duration.ofMillis(50);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final int PER_PROCESSOR_AND_SLICE = 10;

  /// The processors are full from there on, and until they are less busy than [#ROOM].
  private static final double FULL = 0.9;

  private static final double ROOM = 0.75;

  /// Messages that fill the processors take a third of them for this process, the rest for the
  /// database and whoever sends them. Less than this part is not what fills them.
  private static final double OTHERS = 0.25;

  private final Processors processors;
  private Instant nextSlice = Instant.MIN;
  private Instant lastLook = Instant.MIN;
  private long otherNanos;
  private boolean held;
  private int left;

  Pace(Processors processors) {
    this.processors = processors;
  }

  /// Looks at the time.
  ///
  /// @return true if more may begin now than a moment ago
  boolean advance(Instant now) {
    if (now.isBefore(nextSlice)) {
      return false;
    }
    nextSlice = now.plus(SLICE);
    left = PER_PROCESSOR_AND_SLICE * processors.count();
    if (lastLook.equals(Instant.MIN)) {
      lastLook = now;
      otherNanos = processors.otherNanos();
    } else if (!now.isBefore(lastLook.plus(LOOK))) {
      look(now);
    }
    return true;
  }

  private void look(Instant now) {
    double load = processors.load();
    long other = processors.otherNanos();
    double available = (double) Duration.between(lastLook, now).toNanos() * processors.count();
    held = load >= (held ? ROOM : FULL) && other - otherNanos >= OTHERS * available;
    lastLook = now;
    otherNanos = other;
  }

  /// True while only so many may begin.
  boolean holdsBack() {
    return held;
  }

  /// When more may begin, if no more may now.
  Instant nextSlice() {
    return nextSlice;
  }

  /// Begins one.
  ///
  /// @return false if none may begin now
  boolean take() {
    if (!held) {
      return true;
    }
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }
}
