package io.parley.bench.load;

import io.parley.bench.machine.ServerProcesses;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;

/// A run in which one customer writes and many agents read: the agent who has the chat, and others
/// who follow it.
public final class FanOut {
  /// What a run does.
  ///
  /// @param population whom the server knows
  /// @param followers how many agents follow the chat
  /// @param pace how fast messages are sent
  /// @param window how many messages are on their way at once, if the server sets the pace
  /// @param warmUp how long messages flow before anything is measured
  /// @param measured how long is measured
  /// @param patience how long nothing has to arrive until what is still on its way counts as lost
  public record Plan(
      Population population,
      int followers,
      Pace pace,
      int window,
      Duration warmUp,
      Duration measured,
      Duration patience) {}

  private final LoadLoop loop;
  private final Plan plan;
  private final Phase phase;
  private final Company company;

  /// A run against a server.
  ///
  /// @param processes whose processor time is measured
  public FanOut(LoadLoop loop, URI server, Plan plan, ServerProcesses processes) {
    this.loop = loop;
    this.plan = plan;
    this.phase = new Phase(loop, processes, plan.patience);
    this.company = new Company(loop, new FrontDoor(loop, server, plan.population), plan.population);
  }

  /// Gets everyone in, has the customer write, and sees everyone out again.
  public FanOutOutcome run() throws InterruptedException {
    try {
      var pair = company.gather(plan.followers + 1, 1).getFirst();
      var readers = new ArrayList<RtmConnection>();
      for (var agent : company.agents()) {
        if (agent != pair.agent()) {
          agent.ask("follow_chat", "{\"chat_id\":\"" + pair.chatId() + "\"}");
        }
        readers.add(agent.connection());
      }
      var broadcast =
          new Broadcast(
              loop, pair.chatId(), pair.customer().connection(), readers, plan.pace, plan.window);
      phase.onLoop(broadcast::listen);
      var measured = phase.hold(broadcast, plan.warmUp, plan.measured);
      var outcome = phase.onLoop(() -> outcome(broadcast, measured));
      company.listenThemselves();
      return outcome;
    } finally {
      company.leave();
    }
  }

  private FanOutOutcome outcome(Broadcast broadcast, Phase.Measured measured) {
    return new FanOutOutcome(
        plan.followers,
        measured.done(),
        measured.seconds(),
        broadcast.each(),
        broadcast.last(),
        broadcast.response(),
        measured.cpu(),
        measured.memory(),
        broadcast.troubles());
  }
}
