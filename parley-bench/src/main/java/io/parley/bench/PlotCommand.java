package io.parley.bench;

import io.parley.bench.plot.FiguresPage;
import io.parley.bench.plot.Plots;
import io.parley.bench.report.ReportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Draws and writes down what a report says.
@Command(
    name = "plot",
    description = "Draws the charts of a report, as SVG, and writes a page with all its figures.")
final class PlotCommand implements Callable<Integer> {
  private static final String PAGE = "figures.md";

  @Option(names = "--report", description = "The report (default: target/bench/report.json).")
  private @Nullable Path report;

  @Option(names = "--out", description = "Where they go (default: docs/performance).")
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
    var figures = new ReportFile(file).read();
    var files = new LinkedHashMap<>(Plots.of(figures));
    files.put(PAGE, FiguresPage.of(figures, files.keySet()));
    for (var made : files.entrySet()) {
      Files.writeString(directory.resolve(made.getKey()), made.getValue());
      System.out.println(directory.resolve(made.getKey()));
    }
    return 0;
  }
}
