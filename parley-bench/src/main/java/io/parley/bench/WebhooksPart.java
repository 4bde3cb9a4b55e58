package io.parley.bench;

import io.parley.bench.load.Outcome;
import io.parley.bench.load.Pace;
import io.parley.bench.load.PairChat;
import io.parley.bench.load.Population;
import io.parley.bench.report.Section;
import io.parley.bench.report.WebhooksSection;
import io.parley.bench.webhook.CountingReceiver;
import io.parley.bench.webhook.Registration;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;

/// Conversations without and with a webhook on every message, to a receiver in this process, by
/// turns; after each turn whatever waits is sent, and the server calm, before anything else
/// happens.
///
/// @param rate messages per second at which the webhooks' latency is measured
/// @param rounds how often to go from without to with
record WebhooksPart(
    Population population, int conversations, double rate, int rounds, PairChat.Length length)
    implements Part {
  private static final double NANOS = 1e9;

  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public Section measure(Stage stage) throws IOException, InterruptedException {
    try (var contestants = stage.contestants(name(), population)) {
      return measure(contestants.startParley("--allow-private-targets"));
    }
  }

  /// Measures a server that runs with this part's population and may reach this machine.
  WebhooksSection measure(Contestant server) throws IOException, InterruptedException {
    try (var receiver = CountingReceiver.start(Clock.systemUTC())) {
      var measured = new ArrayList<WebhooksSection.Round>();
      for (int round = 1; round <= rounds; round++) {
        System.err.printf(
            "bench: %s, %d conversations, webhooks, %d of %d%n",
            server.name(), conversations, round, rounds);
        measured.add(round(server, receiver));
      }
      try (var _ = Registration.open(server.address(), population, receiver.url())) {
        receiver.reset();
        chat(server, new Pace.Open(rate));
        receiver.awaitQuiet();
        return new WebhooksSection(measured, rate, receiver.latency());
      }
    }
  }

  private WebhooksSection.Round round(Contestant server, CountingReceiver receiver)
      throws InterruptedException {
    var without = chat(server, new Pace.Closed());
    var _ = server.settled();
    try (var _ = Registration.open(server.address(), population, receiver.url())) {
      receiver.reset();
      long begin = System.nanoTime();
      var with = chat(server, new Pace.Closed());
      long end = System.nanoTime();
      long during = receiver.count();
      Duration silence = receiver.awaitQuiet();
      long last = System.nanoTime() - silence.toNanos();
      var _ = server.settled();
      return new WebhooksSection.Round(
          without,
          with,
          new WebhooksSection.Deliveries(
              during,
              (end - begin) / NANOS,
              receiver.count() - during,
              Math.max(0, (last - end) / NANOS)));
    }
  }

  private Outcome chat(Contestant server, Pace pace) throws InterruptedException {
    return server.chat(population, conversations, 0, pace, length);
  }
}
