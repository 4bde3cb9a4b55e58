package io.parley.bench;

import io.parley.bench.load.Pace;
import io.parley.bench.load.PairChat;
import io.parley.bench.load.Population;
import io.parley.bench.report.Measurement;
import io.parley.bench.report.Report;
import io.parley.bench.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Conversations in pairs, of each size against each server in turn.
///
/// @param sizes conversations at once in the closed runs
/// @param agents agents who log in; 0: as many as conversations
/// @param rate messages per second of the steady run; 0: none
/// @param rateConversations conversations of the steady run
record PairChatPart(
    Population population,
    List<Integer> sizes,
    int agents,
    double rate,
    int rateConversations,
    PairChat.Length length)
    implements Part {

  @Override
  public String name() {
    return "pair-chat";
  }

  @Override
  public boolean isParleysAlone() {
    return false;
  }

  @Override
  public Section measure(Stage stage) throws IOException, InterruptedException {
    var measurements = new ArrayList<Measurement>();
    try (var contestants = stage.contestants(name(), population)) {
      var running = contestants.start(stage.servers(), stage.postgresPrograms());
      for (var size : sizes) {
        for (var server : running) {
          measurements.add(measured(stage, server, size, new Pace.Closed()));
        }
      }
      if (rate > 0) {
        for (var server : running) {
          measurements.add(measured(stage, server, rateConversations, new Pace.Open(rate)));
        }
      }
    }
    return new Report(measurements);
  }

  private Measurement measured(Stage stage, Contestant server, int conversations, Pace pace)
      throws InterruptedException {
    return stage
        .attempts()
        .calmest(
            () -> {
              System.err.printf(
                  "bench: %s, %d conversations, %s%n", server.name(), conversations, pace);
              return server.measured(population, conversations, agents, pace, length);
            },
            measurement -> measurement.outcome().disturbance());
  }
}
