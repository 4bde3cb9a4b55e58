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

/// Conversations first without and then with a webhook on every message, to a receiver in this
/// process.
///
/// @param rate messages per second at which the webhooks' latency is measured
record WebhooksPart(Population population, int conversations, double rate, PairChat.Length length)
    implements Part {
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
    System.err.printf("bench: %s, %d conversations, webhooks%n", server.name(), conversations);
    var without = chat(server, new Pace.Closed());
    try (var receiver = CountingReceiver.start(Clock.systemUTC());
        var _ = Registration.open(server.address(), population, receiver.url())) {
      long begin = System.nanoTime();
      var with = chat(server, new Pace.Closed());
      Duration silence = receiver.awaitQuiet();
      double seconds = (System.nanoTime() - begin - silence.toNanos()) / 1e9;
      long count = receiver.count();
      receiver.reset();
      chat(server, new Pace.Open(rate));
      receiver.awaitQuiet();
      return new WebhooksSection(without, with, count / seconds, rate, receiver.latency());
    }
  }

  private Outcome chat(Contestant server, Pace pace) throws InterruptedException {
    return server.chat(population, conversations, 0, pace, length).outcome();
  }
}
