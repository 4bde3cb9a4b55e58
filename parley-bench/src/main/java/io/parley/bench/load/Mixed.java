package io.parley.bench.load;

import io.parley.bench.machine.ServerProcesses;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A run in which people do everything that they do in a working day: mostly they write, and they
/// type, look at lists and archives, close chats and open them again.
public final class Mixed {
  /// What a run does.
  ///
  /// @param population whom the server knows; all its agents log in
  /// @param desks how many customers there are, each with a chat
  /// @param pace how fast operations are begun
  /// @param warmUp how long there is load before anything is measured
  /// @param measured how long is measured
  /// @param patience how long nothing has to arrive until what is still on its way counts as lost
  /// @param seed which operations are drawn
  public record Plan(
      Population population,
      int desks,
      Pace pace,
      Duration warmUp,
      Duration measured,
      Duration patience,
      long seed) {}

  private final LoadLoop loop;
  private final Plan plan;
  private final Phase phase;
  private final Company company;

  /// A run against a server.
  ///
  /// @param processes whose processor time is measured
  public Mixed(LoadLoop loop, URI server, Plan plan, ServerProcesses processes) {
    this.loop = loop;
    this.plan = plan;
    this.phase = new Phase(loop, processes, plan.patience);
    this.company = new Company(loop, new FrontDoor(loop, server, plan.population), plan.population);
  }

  /// Gets everyone in, has them do their work, and sees everyone out again.
  public MixedOutcome run() throws InterruptedException {
    try {
      var pairs = company.gather(plan.population.agents(), plan.desks);
      var desks = new ArrayList<Desk>(pairs.size());
      Map<String, Integer> numbersByChat = new HashMap<>();
      for (var pair : pairs) {
        numbersByChat.put(pair.chatId(), desks.size());
        desks.add(
            new Desk(
                desks.size(),
                pair.chatId(),
                pair.customer().connection(),
                pair.agent().connection()));
      }
      var bustle =
          new Bustle(
              loop,
              desks,
              chatId -> numbersByChat.getOrDefault(chatId, -1),
              plan.pace,
              new SplittableRandom(plan.seed));
      phase.onLoop(() -> listen(bustle, pairs));
      var measured = phase.hold(bustle, plan.warmUp, plan.measured);
      var outcome = phase.onLoop(() -> outcome(bustle, measured));
      company.listenThemselves();
      return outcome;
    } finally {
      company.leave();
    }
  }

  private int listen(Bustle bustle, List<Company.Pair> pairs) {
    var agents = company.agents();
    for (var agent = 0; agent < agents.size(); agent++) {
      agents.get(agent).connection().listen(bustle.agent(plan.population.agentId(agent)));
    }
    pairs.forEach(pair -> pair.customer().connection().listen(bustle.customer()));
    return pairs.size();
  }

  private MixedOutcome outcome(Bustle bustle, Phase.Measured measured) {
    return new MixedOutcome(
        plan.desks,
        measured.done(),
        measured.seconds(),
        bustle.kinds(),
        bustle.all(),
        measured.cpu(),
        measured.memory(),
        bustle.troubles());
  }
}
