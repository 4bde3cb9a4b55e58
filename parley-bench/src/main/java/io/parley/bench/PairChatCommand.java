package io.parley.bench;

import io.parley.bench.load.Pace;
import io.parley.bench.machine.ServerProcesses;
import io.parley.bench.report.Measurement;
import io.parley.bench.report.Report;
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

/// Measures conversations in pairs against a running server.
@Command(
    name = "pair-chat",
    description =
        "Holds conversations of one agent and one customer each against a running server.")
final class PairChatCommand implements Callable<Integer> {
  @Option(names = "--url", required = true, description = "The server, as http://host:port.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = {"-n", "--conversations"},
      split = ",",
      description = "Conversations at once, one run for each number (default: ${DEFAULT-VALUE}).")
  private List<Integer> conversations = new ArrayList<>(List.of(50));

  @Option(
      names = "--agents",
      description = "Agents who log in; 0: as many as conversations (default: ${DEFAULT-VALUE}).")
  private int agents;

  @Option(
      names = "--rate",
      description =
          "Messages per second of all conversations together, whatever the server does; 0: each side"
              + " writes when it has read (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(names = "--name", description = "What to call the server (default: ${DEFAULT-VALUE}).")
  private String name = "server";

  @Option(
      names = "--server-pid",
      split = ",",
      description = "Processes whose trees' processor time is counted.")
  private List<Long> serverPids = new ArrayList<>();

  @Option(names = "--json", description = "A file for the figures.")
  private @Nullable Path json;

  @Mixin private PhaseOptions phase = new PhaseOptions();
  @Mixin private PopulationOptions population = new PopulationOptions();

  @Override
  public Integer call() throws InterruptedException, IOException {
    var measurements = new ArrayList<Measurement>();
    var pace = rate > 0 ? new Pace.Open(rate) : new Pace.Closed();
    var server = new Contestant(name, url, new ServerProcesses(serverPids));
    for (var count : conversations) {
      measurements.add(
          server.measured(population.population(), count, agents, pace, phase.length()));
    }
    var report = new Report(measurements);
    System.out.print(report.table());
    if (json != null) {
      new ReportFile(json).put(report);
    }
    return 0;
  }
}
