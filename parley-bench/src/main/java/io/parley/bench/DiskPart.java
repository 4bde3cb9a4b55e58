package io.parley.bench;

import io.parley.bench.load.Latency;
import io.parley.bench.machine.DiskSync;
import io.parley.bench.report.DiskSection;
import io.parley.bench.report.Section;
import java.io.IOException;
import java.time.Duration;

/// How fast the disk is on which the other parts keep their data.
record DiskPart(Duration howLong) implements Part {
  @Override
  public String name() {
    return "disk";
  }

  @Override
  public boolean isParleysAlone() {
    return false;
  }

  @Override
  public Section measure(Stage stage) throws IOException {
    System.err.println("bench: the disk");
    return new DiskSection(Latency.of(DiskSync.measure(stage.directory(name()), howLong)));
  }
}
