package io.parley.bench.report;

import io.parley.bench.load.Outcome;
import io.parley.bench.machine.CpuReading;

/// One row of a report: what was measured, against which server.
///
/// @param server its name, such as `relay` or `parley`
/// @param run what was done, such as `closed` or `2000/s`
/// @param outcome the figures
/// @param afterwards what the server used until it was calm again, when the run was over
public record Measurement(String server, String run, Outcome outcome, CpuReading afterwards) {
  /// A run at whatever rate the server makes of it: only such rates say something about the server.
  public static final String CLOSED = "closed";

  /// The relay without persistence.
  public static final String RELAY = "relay";

  /// The relay that writes every message down first: the realistic ceiling.
  public static final String DURABLE_RELAY = "relay+postgres";

  /// The server that all this is about.
  public static final String PARLEY = "parley";

  /// Seconds of processor time of server and database for each thousand messages of the whole run,
  /// warm-up included, that were used when it was over.
  public double afterwardsPerThousand() {
    return afterwards.perThousand(outcome.tally().delivered()).serving();
  }

  /// Whether the rates of both can be compared: closed runs of the same size, be it of different
  /// servers.
  public boolean isComparableWith(Measurement other) {
    return run.equals(CLOSED)
        && other.run.equals(CLOSED)
        && outcome.conversations() == other.outcome.conversations();
  }
}
