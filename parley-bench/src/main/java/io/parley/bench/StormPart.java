package io.parley.bench;

import io.parley.bench.load.LoadLoop;
import io.parley.bench.load.LoginStorm;
import io.parley.bench.load.Population;
import io.parley.bench.load.StormOutcome;
import io.parley.bench.report.Measurement;
import io.parley.bench.report.Section;
import io.parley.bench.report.StormSection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;

/// Everybody logs in at once. Each server is one of its own, which knows nobody yet. A relay
/// without persistence is the limit; that of the other is the same.
record StormPart(Population population, int connections, int oneAgentIn, int atOnce)
    implements Part {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "storm";
  }

  @Override
  public boolean isParleysAlone() {
    return false;
  }

  @Override
  public Section measure(Stage stage) throws IOException, InterruptedException {
    var rows = new ArrayList<StormSection.Row>();
    for (var name : stage.servers()) {
      if (!name.equals(Measurement.DURABLE_RELAY)) {
        try (var contestants = stage.contestants(name(), population)) {
          var server = contestants.start(Set.of(name), null).getFirst();
          rows.add(new StormSection.Row(name, run(server)));
        }
      }
    }
    return new StormSection(rows);
  }

  /// Lets the storm loose over a server that runs with this part's population.
  StormOutcome run(Contestant server) throws InterruptedException {
    System.err.printf("bench: %s, %d logins at once%n", server.name(), connections);
    var plan = new LoginStorm.Plan(population, connections, oneAgentIn, atOnce, PATIENCE);
    try (var loop = LoadLoop.open()) {
      return new LoginStorm(loop, server.address(), plan, server.processes()).run();
    }
  }
}
