package io.parley.bench;

import io.parley.bench.load.Pace;
import io.parley.bench.report.MixedSection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures everything that people do, mixed, against a running server.
@Command(
    name = "mixed",
    description =
        "Sends messages, typing indicators and sneak peeks, asks for lists and archives, closes and"
            + " opens chats, all against a running server.")
final class MixedCommand implements Callable<Integer> {
  @Option(
      names = {"-n", "--chats"},
      description = "Chats at once (default: ${DEFAULT-VALUE}).")
  private int chats = 500;

  @Option(
      names = "--rate",
      description =
          "Operations per second, whatever the server does; 0: in each chat one when the one before"
              + " is over (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Mixin private RunningServer server = new RunningServer();
  @Mixin private PhaseOptions phase = new PhaseOptions();
  @Mixin private PopulationOptions population = new PopulationOptions();

  @Override
  public Integer call() throws InterruptedException {
    var part = new MixedPart(population.population(), chats, rate, phase);
    var pace = rate > 0 ? new Pace.Open(rate) : new Pace.Closed();
    System.out.print(new MixedSection(List.of(part.row(server.contestant(), pace))).table());
    return 0;
  }
}
