package io.parley.bench;

import io.parley.bench.report.FanOutSection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures a chat that many agents follow, against a running server.
@Command(
    name = "fan-out",
    description = "Has one customer write in one chat of a running server that many agents follow.")
final class FanOutCommand implements Callable<Integer> {
  @Option(names = "--followers", description = "Agents who follow (default: ${DEFAULT-VALUE}).")
  private int followers = 50;

  @Option(
      names = "--rate",
      description = "Messages per second of the steady run; 0: none (default: ${DEFAULT-VALUE}).")
  private double rate = 200;

  @Mixin private RunningServer server = new RunningServer();
  @Mixin private PhaseOptions phase = new PhaseOptions();

  @Override
  public Integer call() throws InterruptedException {
    var part = new FanOutPart(followers, rate, phase);
    System.out.print(new FanOutSection(part.measure(server.contestant())).table());
    return 0;
  }
}
