package io.parley.bench;

import java.util.function.ToDoubleFunction;

/// Measures once more when other programs disturbed it, and keeps the calmest attempt.
///
/// @param most how often at most
record Attempts(int most) {
  /// How many processors others may keep busy in a phase that counts without a second look.
  private static final double CALM = 0.1;

  /// One measurement.
  interface Attempt<T> {
    /// Measures.
    T make() throws InterruptedException;
  }

  /// Refuses what would measure nothing.
  Attempts {
    if (most < 1) {
      throw new IllegalArgumentException("at least one attempt");
    }
  }

  /// The calmest of a few attempts.
  ///
  /// @param disturbance how many processors others kept busy during one
  <T> T calmest(Attempt<T> attempt, ToDoubleFunction<T> disturbance) throws InterruptedException {
    var calmest = attempt.make();
    for (var made = 1; made < most && disturbance.applyAsDouble(calmest) > CALM; made++) {
      var another = attempt.make();
      if (disturbance.applyAsDouble(another) < disturbance.applyAsDouble(calmest)) {
        calmest = another;
      }
    }
    return calmest;
  }
}
