package io.parley.bench;

import io.parley.bench.load.Population;
import io.parley.bench.report.IdleFigures;
import io.parley.bench.report.IdleSection;
import io.parley.bench.report.Measurement;
import io.parley.bench.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;

/// Connections that do nothing, measured against servers of their own, whose memory nothing else
/// has touched.
record IdlePart(Population population, IdleOptions idle) implements Part {
  @Override
  public String name() {
    return "idle";
  }

  @Override
  public boolean isParleysAlone() {
    return false;
  }

  @Override
  public Section measure(Stage stage) throws IOException, InterruptedException {
    var figures = new ArrayList<IdleFigures>();
    for (var name : stage.servers()) {
      if (!name.equals(Measurement.DURABLE_RELAY)) {
        try (var contestants = stage.contestants(name(), population)) {
          var server = contestants.start(Set.of(name), null).getFirst();
          System.err.printf("bench: %s, %d idle connections%n", name, idle.connections());
          figures.add(idle.measure(server, population));
        }
      }
    }
    return new IdleSection(figures);
  }
}
