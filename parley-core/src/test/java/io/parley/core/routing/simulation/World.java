package io.parley.core.routing.simulation;

/// How large a simulated license is, and for how long it is simulated.
///
/// @param agents people and bots
/// @param groups beside group 0
public record World(int agents, int groups, int customers, int steps) {
  /// Few of everything, so that everything gets in each other's way.
  static final World SMALL = new World(7, 3, 12, 4_000);

  /// As large as the largest licenses.
  static final World LARGE = new World(2_000, 200, 6_000, 7_000);
}
