package io.parley.gateway.limit;

import io.parley.protocol.method.RateClass;

/// How many requests one token may make, by what they cost. Twice as many may come in one burst.
///
/// @param signalsPerSecond typing, seen marks, pings
/// @param changesPerSecond whatever changes something
/// @param readsPerSecond lists and histories
/// @param heavyPerSecond searches and uploads
public record RateConfig(
    int signalsPerSecond, int changesPerSecond, int readsPerSecond, int heavyPerSecond) {
  /// Far above what a person or a busy integration needs.
  public static final RateConfig DEFAULTS = new RateConfig(2_000, 2_000, 500, 100);

  int perSecond(RateClass rateClass) {
    return switch (rateClass) {
      case SIGNAL -> signalsPerSecond;
      case CHANGE -> changesPerSecond;
      case READ -> readsPerSecond;
      case HEAVY -> heavyPerSecond;
    };
  }
}
