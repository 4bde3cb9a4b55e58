package io.parley.bench.load;

import java.util.function.LongPredicate;

/// The fixed rate of [Pace.Open]: at every moment of the plan something arrives, whatever the
/// server does. What the loop is late for arrives with the moment for which it was planned.
final class ArrivalSchedule {
  /// Something that arrives.
  interface Arrival {
    /// It is due.
    ///
    /// @param number how many arrived before it
    /// @param dueNanos for when it was planned
    void arrive(long number, long dueNanos);
  }

  private final LoadLoop loop;
  private final double intervalNanos;
  private final LongPredicate goesOn;
  private final Arrival arrival;
  private final long startNanos = System.nanoTime();
  private long planned;

  /// A schedule that starts now.
  ///
  /// @param goesOn whether one with this number may arrive still
  ArrivalSchedule(LoadLoop loop, double perSecond, LongPredicate goesOn, Arrival arrival) {
    this.loop = loop;
    this.intervalNanos = 1e9 / perSecond;
    this.goesOn = goesOn;
    this.arrival = arrival;
  }

  /// Has everything arrive that is due, and comes back for the rest until nothing may any more.
  void keep() {
    var now = System.nanoTime();
    var due = dueNanos();
    while (goesOn.test(planned) && due <= now) {
      arrival.arrive(planned, due);
      planned++;
      due = dueNanos();
    }
    if (goesOn.test(planned)) {
      loop.schedule(this::keep, Math.max(1, due - System.nanoTime()));
    }
  }

  private long dueNanos() {
    return startNanos + (long) (planned * intervalNanos);
  }
}
