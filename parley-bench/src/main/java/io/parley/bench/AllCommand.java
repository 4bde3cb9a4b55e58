package io.parley.bench;

import io.parley.bench.load.Pace;
import io.parley.bench.load.Population;
import io.parley.bench.report.IdleFigures;
import io.parley.bench.report.Measurement;
import io.parley.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures everything: starts the servers, runs every load against each in turn, and reports.
@Command(
    name = "all",
    description = {
      "Starts Parley and the relays, runs every load against each of them in turn, and reports.",
      "Figures and logs are written to a directory."
    })
final class AllCommand implements Callable<Integer> {
  /// How many processors others may keep busy in a phase that counts without a second look.
  private static final double CALM = 0.1;

  private static final int IDLE_LICENSES = 20;
  private static final int IDLE_AGENTS = 200;

  @Option(
      names = "--servers",
      split = ",",
      description =
          "What to measure, of relay, relay+postgres and parley (default: ${DEFAULT-VALUE}).")
  private Set<String> servers =
      new LinkedHashSet<>(
          List.of(Measurement.RELAY, Measurement.DURABLE_RELAY, Measurement.PARLEY));

  @Option(
      names = {"-n", "--conversations"},
      split = ",",
      description = "Conversations at once in the closed runs (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes = new ArrayList<>(List.of(1, 50, 500, 2000));

  @Option(
      names = "--agents",
      description = "Agents who log in; 0: as many as conversations (default: ${DEFAULT-VALUE}).")
  private int agents;

  @Option(
      names = "--rate",
      description = "Messages per second of the steady run; 0: none (default: ${DEFAULT-VALUE}).")
  private double rate = 2000;

  @Option(
      names = "--rate-conversations",
      description = "Conversations of the steady run (default: ${DEFAULT-VALUE}).")
  private int rateConversations = 500;

  @Option(
      names = "--attempts",
      description =
          "How often a phase is measured at most while other programs keep the machine busy; the"
              + " calmest counts (default: ${DEFAULT-VALUE}).")
  private int attempts = 3;

  @Option(names = "--no-idle", description = "Leave the idle connections out.")
  private boolean noIdle;

  @Option(
      names = "--postgres-programs",
      description =
          "Where initdb and postgres lie for the durable relay (default: those that Parley runs,"
              + " else those on the path).")
  private @Nullable Path postgresPrograms;

  @Option(
      names = "--out",
      description = "The directory for figures, logs and data (default: target/bench).")
  private @Nullable Path out;

  @Mixin private PhaseOptions phase = new PhaseOptions();
  @Mixin private IdleOptions idle = new IdleOptions();
  @Mixin private PopulationOptions population = new PopulationOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var root = Path.of(System.getProperty("parley.root", "."));
    var directory = out == null ? root.resolve("target/bench") : out;
    Files.createDirectories(directory);
    var measurements = new ArrayList<Measurement>();
    var idleFigures = new ArrayList<IdleFigures>();
    try {
      measure(root, directory, measurements);
      measureIdle(root, directory.resolve("idle"), idleFigures);
    } finally {
      report(new Report(measurements, idleFigures), directory.resolve("report.json"));
    }
    return 0;
  }

  private static void report(Report report, Path json) throws IOException {
    System.out.print(report.table());
    report.writeJson(json);
    System.err.println("bench: the figures are in " + json);
  }

  private void measure(Path root, Path directory, List<Measurement> measurements)
      throws IOException, InterruptedException {
    try (var contestants = new Contestants(root, directory, population.population())) {
      var running = contestants.start(servers, postgresPrograms);
      for (var size : sizes) {
        for (var server : running) {
          measurements.add(measured(server, size, new Pace.Closed()));
        }
      }
      if (rate > 0) {
        for (var server : running) {
          measurements.add(measured(server, rateConversations, new Pace.Open(rate)));
        }
      }
    }
  }

  /// Measures once more when other programs disturbed it, and returns the calmest attempt.
  private Measurement measured(Contestant server, int conversations, Pace pace)
      throws InterruptedException {
    Measurement calmest = null;
    for (var attempt = 1; attempt <= attempts; attempt++) {
      System.err.printf("bench: %s, %d conversations, %s%n", server.name(), conversations, pace);
      var made = server.chat(population.population(), conversations, agents, pace, phase.length());
      if (calmest == null || made.outcome().disturbance() < calmest.outcome().disturbance()) {
        calmest = made;
      }
      if (calmest.outcome().disturbance() <= CALM) {
        break;
      }
    }
    return Objects.requireNonNull(calmest);
  }

  /// Measured against servers of their own, whose memory nothing else has touched.
  private void measureIdle(Path root, Path directory, List<IdleFigures> figures)
      throws IOException, InterruptedException {
    if (noIdle) {
      return;
    }
    var people = new Population(IDLE_LICENSES, IDLE_AGENTS);
    for (var name : servers) {
      if (name.equals(Measurement.DURABLE_RELAY)) {
        continue;
      }
      try (var contestants = new Contestants(root, directory, people)) {
        var server = contestants.start(Set.of(name), null).getFirst();
        System.err.printf("bench: %s, %d idle connections%n", name, idle.connections());
        figures.add(idle.measure(server, people));
      }
    }
  }
}
