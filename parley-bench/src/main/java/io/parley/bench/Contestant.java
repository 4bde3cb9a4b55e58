package io.parley.bench;

import io.parley.bench.load.LoadLoop;
import io.parley.bench.load.Pace;
import io.parley.bench.load.PairChat;
import io.parley.bench.load.Population;
import io.parley.bench.machine.ServerProcesses;
import io.parley.bench.report.Measurement;
import java.net.URI;
import java.time.Duration;

/// A running server that can be measured.
///
/// @param name what it is called in reports
/// @param address where it listens
/// @param processes what it consists of
record Contestant(String name, URI address, ServerProcesses processes) {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// Holds conversations with it.
  ///
  /// @param agents how many agents log in; 0: as many as there are conversations
  Measurement chat(
      Population population, int conversations, int agents, Pace pace, PairChat.Length length)
      throws InterruptedException {
    var run =
        switch (pace) {
          case Pace.Closed() -> Measurement.CLOSED;
          case Pace.Open(var messagesPerSecond) -> "%.0f/s".formatted(messagesPerSecond);
        };
    var plan =
        new PairChat.Plan(
            population, conversations, agents > 0 ? agents : conversations, pace, length, PATIENCE);
    try (var loop = LoadLoop.open()) {
      return new Measurement(name, run, new PairChat(loop, address, plan, processes).run());
    }
  }
}
