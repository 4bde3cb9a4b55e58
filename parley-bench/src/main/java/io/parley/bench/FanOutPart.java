package io.parley.bench;

import io.parley.bench.load.FanOut;
import io.parley.bench.load.LoadLoop;
import io.parley.bench.load.Pace;
import io.parley.bench.load.Population;
import io.parley.bench.report.FanOutSection;
import io.parley.bench.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One chat that many agents follow: first as fast as the server makes it, then at a fixed rate.
///
/// @param followers how many agents follow
/// @param rate messages per second of the steady run; 0: none
record FanOutPart(int followers, double rate, PhaseOptions phase) implements Part {
  /// How many messages the customer has on their way at once.
  private static final int WINDOW = 8;

  @Override
  public String name() {
    return "fan-out";
  }

  @Override
  public boolean isParleysAlone() {
    return false;
  }

  @Override
  public Section measure(Stage stage) throws IOException, InterruptedException {
    var population = population();
    var rows = new ArrayList<FanOutSection.Row>();
    try (var contestants = stage.contestants(name(), population)) {
      var running = contestants.start(stage.servers(), stage.postgresPrograms());
      var paces =
          rate > 0 ? List.of(new Pace.Closed(), new Pace.Open(rate)) : List.of(new Pace.Closed());
      for (var pace : paces) {
        for (var server : running) {
          rows.add(
              stage
                  .attempts()
                  .calmest(() -> row(server, pace), row -> row.outcome().disturbance()));
        }
      }
    }
    return new FanOutSection(rows);
  }

  /// Measures a server that runs with the population that [#population()] names.
  List<FanOutSection.Row> measure(Contestant server) throws InterruptedException {
    var rows = new ArrayList<FanOutSection.Row>();
    rows.add(row(server, new Pace.Closed()));
    if (rate > 0) {
      rows.add(row(server, new Pace.Open(rate)));
    }
    return rows;
  }

  /// One license with as many agents as are needed.
  Population population() {
    return new Population(1, followers + 1);
  }

  private FanOutSection.Row row(Contestant server, Pace pace) throws InterruptedException {
    System.err.printf("bench: %s, %d followers, %s%n", server.name(), followers, pace);
    var plan =
        new FanOut.Plan(
            population(),
            followers,
            pace,
            WINDOW,
            phase.warmUp(),
            phase.measured(),
            Contestant.PATIENCE);
    try (var loop = LoadLoop.open()) {
      return new FanOutSection.Row(
          server.name(),
          Contestant.run(pace),
          new FanOut(loop, server.address(), plan, server.processes()).run());
    }
  }
}
