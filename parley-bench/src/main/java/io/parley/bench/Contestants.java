package io.parley.bench;

import io.parley.bench.load.Population;
import io.parley.bench.machine.JavaProgram;
import io.parley.bench.machine.LaunchedServer;
import io.parley.bench.machine.ScratchDirectory;
import io.parley.bench.machine.ScratchPostgres;
import io.parley.bench.machine.ServerProcesses;
import io.parley.bench.report.Measurement;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The servers of one session: each a process of its own, all running until the session ends, so
/// that every load meets them in turn on the same machine in the same state.
final class Contestants implements AutoCloseable {
  private static final int MAX_CHATS_COUNT = 1000;

  private final Path root;
  private final Path directory;
  private final Population population;
  private final Deque<Runnable> ends = new ArrayDeque<>();

  Contestants(Path root, Path directory, Population population) {
    this.root = root;
    this.directory = directory;
    this.population = population;
  }

  /// Starts the servers with these names; the relays come first in the order of measuring.
  List<Contestant> start(Set<String> names, @Nullable Path postgresPrograms)
      throws IOException, InterruptedException {
    var unknown = new ArrayList<>(names);
    unknown.removeAll(List.of(Measurement.RELAY, Measurement.DURABLE_RELAY, Measurement.PARLEY));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("no such server: " + String.join(", ", unknown));
    }
    var running = new ArrayList<Contestant>();
    Optional<Contestant> parley =
        names.contains(Measurement.PARLEY) ? Optional.of(startParley()) : Optional.empty();
    if (names.contains(Measurement.RELAY)) {
      running.add(relay(Measurement.RELAY, List.of(), List.of()));
    }
    if (names.contains(Measurement.DURABLE_RELAY)) {
      var programs =
          Optional.ofNullable(postgresPrograms)
              .or(() -> parley.flatMap(server -> server.processes().postgresPrograms()))
              .or(Contestants::programsOnPath)
              .orElseThrow(() -> new IOException("no PostgreSQL; see --postgres-programs"));
      var postgres = ScratchPostgres.start(programs, directory.resolve("postgres"));
      ends.push(postgres::close);
      running.add(
          relay(
              Measurement.DURABLE_RELAY,
              List.of("--database-url", postgres.jdbcUrl()),
              List.of(postgres.pid())));
    }
    parley.ifPresent(running::add);
    return running;
  }

  @Override
  public void close() {
    while (!ends.isEmpty()) {
      ends.pop().run();
    }
  }

  /// Starts Parley on a fresh data directory, with a provisioning file for the population.
  Contestant startParley(String... options) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    var provisioning = directory.resolve("bench.yaml");
    Files.writeString(provisioning, population.provisioning(MAX_CHATS_COUNT));
    var words = new ArrayList<>(List.of("--provision", provisioning.toString()));
    words.addAll(List.of(options));
    var server =
        new ParleyLauncher(root, directory.resolve("parley.log"))
            .start(ScratchDirectory.fresh(data()), words);
    ends.push(server::close);
    return new Contestant(
        Measurement.PARLEY, server.address(), new ServerProcesses(List.of(server.pid())));
  }

  /// Where Parley keeps its data.
  Path data() {
    return directory.resolve("data");
  }

  private Contestant relay(String name, List<String> options, List<Long> databasePids)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<String>();
    arguments.add("relay");
    arguments.addAll(List.of("--licenses", Integer.toString(population.licenses())));
    arguments.addAll(List.of("--provisioned-agents", Integer.toString(population.agents())));
    arguments.addAll(options);
    var server =
        LaunchedServer.start(
            JavaProgram.command(Bench.class, arguments),
            Map.of(),
            directory.resolve(name + ".log"));
    ends.push(server::close);
    var pids = new ArrayList<>(databasePids);
    pids.add(server.pid());
    return new Contestant(name, server.address(), new ServerProcesses(pids));
  }

  private static Optional<Path> programsOnPath() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(Path::of)
        .flatMap(directory -> Stream.of(directory.resolve("postgres")))
        .filter(Files::isExecutable)
        .flatMap(program -> realParent(program).stream())
        .findFirst();
  }

  /// Where a program really lies: links to it may stand without the programs that it needs beside
  /// it.
  private static Optional<Path> realParent(Path program) {
    try {
      return Optional.ofNullable(program.toRealPath().getParent());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
