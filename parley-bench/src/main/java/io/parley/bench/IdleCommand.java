package io.parley.bench;

import io.parley.bench.machine.ServerProcesses;
import io.parley.bench.report.IdleSection;
import io.parley.bench.report.ReportFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures what idle connections cost a running server.
@Command(
    name = "idle",
    description = "Logs many people in who then say nothing, and tells what each costs in memory.")
final class IdleCommand implements Callable<Integer> {
  @Option(names = "--url", required = true, description = "The server, as http://host:port.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--server-pid",
      required = true,
      split = ",",
      description = "The server's process.")
  private List<Long> serverPids = new ArrayList<>();

  @Option(names = "--name", description = "What to call the server (default: ${DEFAULT-VALUE}).")
  private String name = "server";

  @Option(names = "--json", description = "A file for the figures.")
  private @Nullable Path json;

  @Mixin private IdleOptions idle = new IdleOptions();
  @Mixin private PopulationOptions population = new PopulationOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var server = new Contestant(name, url, new ServerProcesses(serverPids));
    var figures = idle.measure(server, population.population());
    System.out.print(figures.sentence());
    if (json != null) {
      new ReportFile(json).put(new IdleSection(List.of(figures)));
    }
    return 0;
  }
}
