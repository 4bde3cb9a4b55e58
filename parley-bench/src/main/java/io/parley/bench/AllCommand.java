package io.parley.bench;

import io.parley.bench.archive.ArchiveSize;
import io.parley.bench.load.Population;
import io.parley.bench.report.Measurement;
import io.parley.bench.report.ReportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures everything, part by part, and reports.
@Command(
    name = "all",
    description = {
      "Starts Parley and the relays, runs every part of the bench against them, and reports.",
      "The parts: disk, pair-chat, fan-out, mixed, storm, idle, webhooks, start, license, archives,"
          + " archives-10m, growth.",
      "Figures and logs are written to a directory; what was measured before of other parts stays in"
          + " the report."
    })
final class AllCommand implements Callable<Integer> {
  private static final Population COMPANIES = new Population(20, 200);
  private static final int EVENTS_PER_THREAD = 10;
  private static final int WEBHOOK_ROUNDS = 3;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--parts",
      split = ",",
      description = "The parts to run, in their usual order (default: all).")
  private Set<String> only = new LinkedHashSet<>();

  @Option(names = "--without", split = ",", description = "Parts to leave out.")
  private Set<String> without = new LinkedHashSet<>();

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
  private List<Integer> sizes = new ArrayList<>(List.of(1, 50, 500, 2000, 5000));

  @Option(
      names = "--agents",
      description =
          "Agents who log in; 0: one for each conversation, or for eight when there are fewer"
              + " (default: ${DEFAULT-VALUE}).")
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
      names = "--growth-minutes",
      description = "How long memory is watched at full load (default: ${DEFAULT-VALUE}).")
  private int growthMinutes = 10;

  @Option(
      names = "--active-chats",
      description = "Chats of the license that is loaded (default: ${DEFAULT-VALUE}).")
  private int activeChats = 100_000;

  @Option(
      names = "--large-archive-threads",
      description = "Threads of the large archives, ten events each (default: ${DEFAULT-VALUE}).")
  private int largeArchiveThreads = 1_000_000;

  @Option(
      names = "--attempts",
      description =
          "How often a phase is measured at most while other programs keep the machine busy; the"
              + " calmest counts (default: ${DEFAULT-VALUE}).")
  private int attempts = 3;

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
    var stage = new Stage(root, directory, servers, postgresPrograms, new Attempts(attempts));
    var report = new ReportFile(directory.resolve("report.json"));
    var failed = new ArrayList<String>();
    for (var part : chosen()) {
      var begin = System.nanoTime();
      if (!isMeasured(part, stage, report)) {
        failed.add(part.name());
      }
      System.err.printf("bench: %s took %.0f s%n", part.name(), (System.nanoTime() - begin) / 1e9);
    }
    System.err.println("bench: the figures are in " + directory.resolve("report.json"));
    failed.forEach(name -> System.err.println("bench: " + name + " could not be measured"));
    return failed.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /// Measures one part and reports at once; what fails must not cost the figures of the others.
  private static boolean isMeasured(Part part, Stage stage, ReportFile report)
      throws InterruptedException {
    try {
      var section = part.measure(stage);
      System.out.print(section.table());
      System.out.flush();
      report.put(section);
      return true;
    } catch (IOException | SQLException | RuntimeException e) {
      System.err.println("bench: " + part.name() + " failed");
      e.printStackTrace();
      return false;
    }
  }

  private List<Part> chosen() {
    var parts = parts();
    var names = parts.stream().map(Part::name).toList();
    for (var name : List.copyOf(both(only, without))) {
      if (!names.contains(name) && spec != null) {
        throw new ParameterException(spec.commandLine(), "no such part: " + name);
      }
    }
    return parts.stream()
        .filter(part -> only.isEmpty() || only.contains(part.name()))
        .filter(part -> !without.contains(part.name()))
        .filter(part -> servers.contains(Measurement.PARLEY) || !part.isParleysAlone())
        .toList();
  }

  private List<Part> parts() {
    var mixed = new MixedPart(COMPANIES, 500, 2000, phase);
    return List.of(
        new DiskPart(Duration.ofSeconds(5)),
        new PairChatPart(
            population.population(), sizes, agents, rate, rateConversations, phase.length()),
        new FanOutPart(50, 200, phase),
        mixed,
        new StormPart(COMPANIES, idle.connections(), idle.oneAgentIn(), 256),
        new IdlePart(COMPANIES, idle),
        new WebhooksPart(new Population(1, 50), 50, 1000, WEBHOOK_ROUNDS, phase.length()),
        new StartPart(5, 20),
        new LicensePart(activeChats),
        new ArchivesPart("archives", new ArchiveSize(100_000, EVENTS_PER_THREAD), false, 200),
        new ArchivesPart(
            "archives-10m", new ArchiveSize(largeArchiveThreads, EVENTS_PER_THREAD), true, 100),
        new GrowthPart(mixed, growthMinutes, Duration.ofMinutes(1)));
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    var both = new LinkedHashSet<>(some);
    both.addAll(others);
    return both;
  }
}
