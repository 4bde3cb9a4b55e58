package io.parley.bench;

import io.parley.bench.load.LoadLoop;
import io.parley.bench.load.Mixed;
import io.parley.bench.load.MixedOutcome;
import io.parley.bench.load.Pace;
import io.parley.bench.load.Population;
import io.parley.bench.report.MixedSection;
import io.parley.bench.report.Section;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;

/// Everything that people do, mixed: first as fast as Parley makes it, then at a fixed rate. The
/// relays know messages alone.
///
/// @param population of which all agents log in
/// @param chats how many there are at once
/// @param rate operations per second of the steady run; 0: none
record MixedPart(Population population, int chats, double rate, PhaseOptions phase)
    implements Part {
  private static final long SEED = 8;

  @Override
  public String name() {
    return "mixed";
  }

  @Override
  public Section measure(Stage stage) throws IOException, InterruptedException {
    var rows = new ArrayList<MixedSection.Row>();
    try (var contestants = stage.contestants(name(), population)) {
      var parley = contestants.startParley();
      rows.add(
          stage
              .attempts()
              .calmest(() -> row(parley, new Pace.Closed()), row -> row.outcome().disturbance()));
      if (rate > 0) {
        rows.add(
            stage
                .attempts()
                .calmest(
                    () -> row(parley, new Pace.Open(rate)), row -> row.outcome().disturbance()));
      }
    }
    return new MixedSection(rows);
  }

  /// Measures a server that runs with this part's population, at one pace.
  MixedSection.Row row(Contestant server, Pace pace) throws InterruptedException {
    System.err.printf("bench: %s, %d chats, everything mixed, %s%n", server.name(), chats, pace);
    return new MixedSection.Row(
        server.name(), Contestant.run(pace), run(server, pace, phase.warmUp(), phase.measured()));
  }

  /// Holds the load for a time.
  MixedOutcome run(Contestant server, Pace pace, Duration warmUp, Duration measured)
      throws InterruptedException {
    var plan = new Mixed.Plan(population, chats, pace, warmUp, measured, Contestant.PATIENCE, SEED);
    try (var loop = LoadLoop.open()) {
      return new Mixed(loop, server.address(), plan, server.processes()).run();
    }
  }
}
