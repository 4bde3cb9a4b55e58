package io.parley.bench.report;

import io.parley.bench.load.Outcome;

/// One row of a report: what was measured, against which server.
///
/// @param server its name, such as {@code relay} or {@code parley}
/// @param run what was done, such as {@code closed} or {@code 2000/s}
/// @param outcome the figures
public record Measurement(String server, String run, Outcome outcome) {
  /// The relay without persistence.
  public static final String RELAY = "relay";

  /// The relay that writes every message down first: the realistic ceiling.
  public static final String DURABLE_RELAY = "relay+postgres";

  /// The server that all this is about.
  public static final String PARLEY = "parley";

  /// Whether both are the same run, be it against different servers.
  public boolean isComparableWith(Measurement other) {
    return run.equals(other.run) && outcome.conversations() == other.outcome.conversations();
  }
}
