package io.parley.bench.load;

import org.HdrHistogram.Histogram;

/// A distribution of latencies, in microseconds.
///
/// @param count how many were measured
/// @param mean the average
/// @param p50 half were at most this
/// @param p90 nine in ten were at most this
/// @param p95 all but one in twenty were at most this
/// @param p99 all but one in a hundred were at most this
/// @param p999 all but one in a thousand were at most this
/// @param max the longest
public record Latency(
    long count,
    double mean,
    double p50,
    double p90,
    double p95,
    double p99,
    double p999,
    double max) {

  /// What a histogram of nanoseconds says.
  public static Latency of(Histogram nanos) {
    return new Latency(
        nanos.getTotalCount(),
        nanos.getMean() / 1e3,
        nanos.getValueAtPercentile(50) / 1e3,
        nanos.getValueAtPercentile(90) / 1e3,
        nanos.getValueAtPercentile(95) / 1e3,
        nanos.getValueAtPercentile(99) / 1e3,
        nanos.getValueAtPercentile(99.9) / 1e3,
        nanos.getMaxValue() / 1e3);
  }
}
