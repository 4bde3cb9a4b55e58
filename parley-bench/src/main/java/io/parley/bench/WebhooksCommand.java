package io.parley.bench;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures webhooks, and what they cost the conversations.
@Command(
    name = "webhooks",
    description =
        "Holds conversations against a running server (with --allow-private-targets), first without"
            + " and then with a webhook on every message, to a receiver in this process.")
final class WebhooksCommand implements Callable<Integer> {
  @Option(
      names = {"-n", "--conversations"},
      description = "Conversations at once (default: ${DEFAULT-VALUE}).")
  private int conversations = 50;

  @Option(
      names = "--rate",
      description =
          "Messages per second at which the latency is measured (default: ${DEFAULT-VALUE}).")
  private double rate = 1_000;

  @Option(
      names = "--rounds",
      description =
          "How often to go from without to with; the middle one counts (default:"
              + " ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Mixin private RunningServer server = new RunningServer();
  @Mixin private PhaseOptions phase = new PhaseOptions();
  @Mixin private PopulationOptions population = new PopulationOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var part =
        new WebhooksPart(population.population(), conversations, rate, rounds, phase.length());
    System.out.print(part.measure(server.contestant()).table());
    return 0;
  }
}
