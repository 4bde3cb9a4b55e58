package io.parley.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that runs as the one it is made of, and can be put forward.
public final class TestClock implements InstantSource {
  private final InstantSource clock;
  private final AtomicLong aheadNanos = new AtomicLong();

  /// Makes a clock that is not put forward yet.
  public TestClock(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    return clock.instant().plusNanos(aheadNanos.get());
  }

  /// Puts the clock forward.
  public void advance(Duration by) {
    aheadNanos.addAndGet(by.toNanos());
  }
}
