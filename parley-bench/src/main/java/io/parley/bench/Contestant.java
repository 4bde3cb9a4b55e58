package io.parley.bench;

import io.parley.bench.load.LoadLoop;
import io.parley.bench.load.Outcome;
import io.parley.bench.load.Pace;
import io.parley.bench.load.PairChat;
import io.parley.bench.load.Population;
import io.parley.bench.machine.CpuReading;
import io.parley.bench.machine.ServerProcesses;
import io.parley.bench.machine.Settling;
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

  /// How long a server may go on with what a run has left it to do.
  private static final Duration SETTLING = Duration.ofMinutes(2);

  /// What one agent can hold at once: the protocol allows ten requests of one connection, and each
  /// conversation may have one on its way.
  private static final int MOST_CHATS = 8;

  /// Holds conversations with it, and waits until it is calm again.
  ///
  /// @param agents as for [#chat]
  Measurement measured(
      Population population, int conversations, int agents, Pace pace, PairChat.Length length)
      throws InterruptedException {
    var outcome = chat(population, conversations, agents, pace, length);
    return new Measurement(name, run(pace), outcome, settled());
  }

  /// Waits until it is calm.
  ///
  /// @return the processor time that it used until then
  CpuReading settled() throws InterruptedException {
    return Settling.await(processes, SETTLING);
  }

  /// Holds conversations with it.
  ///
  /// @param agents how many agents log in; 0: as many as there are conversations, or as few as can
  /// hold them when there are not so many
  Outcome chat(
      Population population, int conversations, int agents, Pace pace, PairChat.Length length)
      throws InterruptedException {
    var plan =
        new PairChat.Plan(
            population,
            conversations,
            agents > 0 ? agents : agentsFor(conversations, population),
            pace,
            length,
            PATIENCE);
    try (var loop = LoadLoop.open()) {
      return new PairChat(loop, address, plan, processes).run();
    }
  }

  /// Every agent who is there is told of every start, so agents without need would make getting in
  /// the longest part of a large run.
  private static int agentsFor(int conversations, Population population) {
    return conversations <= population.agents()
        ? conversations
        : Math.min(population.agents(), Math.ceilDiv(conversations, MOST_CHATS));
  }

  /// What a run at a pace is called in reports.
  static String run(Pace pace) {
    return switch (pace) {
      case Pace.Closed() -> Measurement.CLOSED;
      case Pace.Open(var perSecond) -> "%.0f/s".formatted(perSecond);
    };
  }
}
