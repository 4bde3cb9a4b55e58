package io.parley.bench.load;

import org.HdrHistogram.Histogram;

/// The middle of a load, which is measured: the latency of whatever starts in it counts, whenever
/// it ends.
final class MeasuredSpan {
  private long fromNanos = Long.MAX_VALUE;
  private long toNanos = Long.MAX_VALUE;

  /// Now it begins.
  void begin() {
    fromNanos = System.nanoTime();
  }

  /// Now it is over.
  void end() {
    toNanos = System.nanoTime();
  }

  /// Takes in how long something took that ends now, if it started in the span.
  void record(Histogram histogram, long startedNanos) {
    if (startedNanos >= fromNanos && startedNanos < toNanos) {
      Histograms.record(histogram, System.nanoTime() - startedNanos);
    }
  }
}
