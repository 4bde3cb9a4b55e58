package io.parley.delivery.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When something is tried again: the pauses grow by a factor that spreads all tries over the
/// window, and each is lengthened or shortened by up to a fifth, so that what failed together does
/// not come back together.
final class RetrySchedule {
  private static final double JITTER = 0.2;
  private static final double MOST = 1e6;

  private final Duration first;
  private final double factor;
  private final RandomGenerator random;

  /// @param tries in all
  /// @param window from the first try to the last
  /// @param first the first pause
  RetrySchedule(int tries, Duration window, Duration first, RandomGenerator random) {
    this.first = first;
    this.factor = factor(tries - 1, (double) window.toMillis() / Math.max(1, first.toMillis()));
    this.random = random;
  }

  /// The pause after so many tries.
  Duration after(int tries) {
    double millis = first.toMillis() * Math.pow(factor, tries - 1);
    return Duration.ofMillis(Math.round(millis * (1 - JITTER + 2 * JITTER * random.nextDouble())));
  }

  /// The factor of a geometric series with so many members and that sum, the first member being 1;
  /// not below 1.
  private static double factor(int members, double sum) {
    double low = 1;
    double high = MOST;
    if (members < 2 || sum <= members) {
      return low;
    }
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (sum(middle, members) < sum) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double sum(double factor, int members) {
    double sum = 0;
    double member = 1;
    for (int i = 0; i < members; i++) {
      sum += member;
      member *= factor;
    }
    return sum;
  }
}
