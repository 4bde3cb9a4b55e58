package io.parley.bench.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// The histograms in which latencies are gathered: from a microsecond to a minute, three digits.
final class Histograms {
  static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

  private Histograms() {}

  /// An empty one.
  static Histogram ofLatencies() {
    return new Histogram(1_000, LONGEST_NANOS, 3);
  }

  /// Takes a latency in; what took longer than the longest counts as that.
  static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.min(nanos, LONGEST_NANOS));
  }
}
