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
  /// How long nothing has to arrive until what is still on its way counts as lost.
  static final Duration PATIENCE = Duration.ofSeconds(15);

  /// Holds conversations with it.
  ///
  /// @param agents how many agents log in; 0: as many as there are
  /// conversations, or all
  Measurement chat(
      Population population, int conversations, int agents, Pace pace, PairChat.Length length)
      throws InterruptedException {
    var plan =
        new PairChat.Plan(
            population,
            conversations,
            agents > 0 ? agents : Math.min(conversations, population.agents()),
            pace,
            length,
            PATIENCE);
    try (var loop = LoadLoop.open()) {
      return new Measurement(name, run(pace), new PairChat(loop, address, plan, processes).run());
    }
  }

  /// What a run at a pace is called in reports.
  static String run(Pace pace) {
    return switch (pace) {
      case Pace.Closed() -> Measurement.CLOSED;
      case Pace.Open(var perSecond) -> "%.0f/s".formatted(perSecond);
    };
  }
}
