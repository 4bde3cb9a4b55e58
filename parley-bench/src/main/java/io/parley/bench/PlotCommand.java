package io.parley.bench;

import io.parley.bench.plot.Plots;
import io.parley.bench.report.ReportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Draws what a report says.
@Command(
    name = "plot",
    description = "Draws the charts of a report, as SVG, where docs/performance.md shows them.")
final class PlotCommand implements Callable<Integer> {
  @Option(names = "--report", description = "The report (default: target/bench/report.json).")
  private @Nullable Path report;

  @Option(names = "--out", description = "Where the charts go (default: docs/performance).")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    var root = Path.of(System.getProperty("parley.root", "."));
    var file = report == null ? root.resolve("target/bench/report.json") : report;
    var directory = out == null ? root.resolve("docs/performance") : out;
    if (!Files.exists(file)) {
      throw new IOException("there is no report " + file);
    }
    Files.createDirectories(directory);
    for (var chart : Plots.of(new ReportFile(file).read()).entrySet()) {
      Files.writeString(directory.resolve(chart.getKey()), chart.getValue());
      System.out.println(directory.resolve(chart.getKey()));
    }
    return 0;
  }
}
