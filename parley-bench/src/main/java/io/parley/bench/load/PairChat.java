package io.parley.bench.load;

import io.parley.bench.machine.ServerProcesses;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A run in which agents and customers talk in pairs.
public final class PairChat {
  /// When a run ends.
  public sealed interface Length {
    /// After a time.
    ///
    /// @param warmUp how long messages flow before anything is measured
    /// @param measured how long is measured
    record Timed(Duration warmUp, Duration measured) implements Length {}

    /// After a number of messages, all of which are measured.
    record Counted(long messages) implements Length {}
  }

  /// What a run does.
  ///
  /// @param population whom the server knows
  /// @param conversations how many are held at once
  /// @param agents how many agents log in, the population's first ones
  /// @param pace how fast messages are sent
  /// @param length when the run ends
  /// @param patience how long nothing has to arrive until what is still on its way counts as lost
  public record Plan(
      Population population,
      int conversations,
      int agents,
      Pace pace,
      Length length,
      Duration patience) {}

  private final LoadLoop loop;
  private final Plan plan;
  private final Phase phase;
  private final Company company;

  /// A run against a server.
  ///
  /// @param processes whose processor time is measured
  public PairChat(LoadLoop loop, URI server, Plan plan, ServerProcesses processes) {
    this.loop = loop;
    this.plan = plan;
    this.phase = new Phase(loop, processes, plan.patience);
    this.company = new Company(loop, new FrontDoor(loop, server, plan.population), plan.population);
  }

  /// Gets everyone in, holds the conversations, and sees everyone out again.
  public Outcome run() throws InterruptedException {
    try {
      var conversations = conversations(company.gather(plan.agents, plan.conversations));
      var exchange =
          switch (plan.length) {
            case Length.Timed _ -> new Exchange(loop, conversations, plan.pace, Long.MAX_VALUE);
            case Length.Counted(var messages) ->
                new Exchange(loop, conversations, plan.pace, messages);
          };
      company.listen(exchange);
      var measured =
          switch (plan.length) {
            case Length.Timed(var warmUp, var time) -> phase.hold(exchange, warmUp, time);
            case Length.Counted _ -> phase.holdAll(exchange);
          };
      var outcome = phase.onLoop(() -> outcome(exchange, measured));
      company.listenThemselves();
      return outcome;
    } finally {
      company.leave();
    }
  }

  private Outcome outcome(Exchange exchange, Phase.Measured measured) {
    return new Outcome(
        plan.conversations,
        measured.done(),
        measured.seconds(),
        exchange.delivery(),
        exchange.response(),
        measured.cpu(),
        measured.memory(),
        exchange.tally());
  }

  private static List<Conversation> conversations(List<Company.Pair> pairs) {
    var conversations = new ArrayList<Conversation>(pairs.size());
    for (var pair : pairs) {
      conversations.add(
          new Conversation(
              conversations.size(),
              pair.chatId(),
              pair.agent().connection(),
              pair.customer().connection()));
    }
    return conversations;
  }
}
