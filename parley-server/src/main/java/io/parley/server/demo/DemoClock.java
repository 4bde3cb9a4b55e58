package io.parley.server.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A clock that stands at a time of the past until it is moved, and at last goes with the real one.
public final class DemoClock implements InstantSource {
  private final InstantSource real;
  private final AtomicReference<@Nullable Instant> standing;

  /// A clock that stands there.
  public DemoClock(InstantSource real, Instant begin) {
    this.real = real;
    this.standing = new AtomicReference<>(begin);
  }

  @Override
  public Instant instant() {
    Instant time = standing.get();
    return time == null ? real.instant() : time;
  }

  /// What the real clock says.
  Instant present() {
    return real.instant();
  }

  void moveTo(Instant time) {
    standing.set(time);
  }

  /// From now on it is as late as it is.
  void join() {
    standing.set(null);
  }
}
