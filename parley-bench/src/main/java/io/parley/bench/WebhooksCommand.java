package io.parley.bench;

import io.parley.bench.load.Latency;
import io.parley.bench.load.Pace;
import io.parley.bench.machine.ServerProcesses;
import io.parley.bench.report.Measurement;
import io.parley.bench.webhook.CountingReceiver;
import io.parley.bench.webhook.Registration;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
  @Option(names = "--url", required = true, description = "The server, as http://host:port.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = {"-n", "--conversations"},
      description = "Conversations at once (default: ${DEFAULT-VALUE}).")
  private int conversations = 50;

  @Option(
      names = "--rate",
      description =
          "Messages per second at which the latency is measured (default: ${DEFAULT-VALUE}).")
  private double rate = 1_000;

  @Mixin private PhaseOptions phase = new PhaseOptions();
  @Mixin private PopulationOptions population = new PopulationOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Measurement without = chat(new Pace.Closed());
    try (var receiver = CountingReceiver.start(Clock.systemUTC());
        var _ = Registration.open(url, population.population(), receiver.url())) {
      long begin = System.nanoTime();
      Measurement with = chat(new Pace.Closed());
      Duration silence = receiver.awaitQuiet();
      double seconds = (System.nanoTime() - begin - silence.toNanos()) / 1e9;
      long count = receiver.count();
      receiver.reset();
      chat(new Pace.Open(rate));
      receiver.awaitQuiet();
      print(without, with, count / seconds, receiver.latency());
    }
    return 0;
  }

  private Measurement chat(Pace pace) throws InterruptedException {
    return new Contestant("parley", url, new ServerProcesses(List.of()))
        .chat(population.population(), conversations, 0, pace, phase.length());
  }

  private void print(
      Measurement without, Measurement with, double webhooksPerSecond, Latency latency) {
    System.out.printf(
        """
        | | |
        | --- | ---: |
        | messages/s without webhooks | %.0f |
        | messages/s with a webhook on every message | %.0f |
        | slower by | %.1f %% |
        | webhooks/s, from the first message to the last webhook | %.0f |
        | made to received at %.0f messages/s: p50 | %.1f ms |
        | p99 | %.1f ms |
        | webhooks at that rate | %d |
        """,
        without.outcome().rate(),
        with.outcome().rate(),
        100 * (1 - with.outcome().rate() / without.outcome().rate()),
        webhooksPerSecond,
        rate,
        latency.p50() / 1e3,
        latency.p99() / 1e3,
        latency.count());
  }
}
