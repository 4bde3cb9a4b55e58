package io.parley.bench;

import io.parley.bench.report.StormSection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures a storm of logins against a running server.
@Command(
    name = "storm",
    description = "Logs many people in to a running server, as fast as it takes them.")
final class StormCommand implements Callable<Integer> {
  @Option(names = "--connections", description = "Who comes (default: ${DEFAULT-VALUE}).")
  private int connections = 19_000;

  @Option(
      names = "--one-agent-in",
      description = "Every how manieth of them is an agent (default: ${DEFAULT-VALUE}).")
  private int oneAgentIn = 10;

  @Option(
      names = "--at-once",
      description = "How many are on their way in at once (default: ${DEFAULT-VALUE}).")
  private int atOnce = 256;

  @Mixin private RunningServer server = new RunningServer();
  @Mixin private PopulationOptions population = new PopulationOptions();

  @Override
  public Integer call() throws InterruptedException {
    var running = server.contestant();
    var part = new StormPart(population.population(), connections, oneAgentIn, atOnce);
    var row = new StormSection.Row(running.name(), part.run(running));
    System.out.print(new StormSection(List.of(row)).table());
    return 0;
  }
}
