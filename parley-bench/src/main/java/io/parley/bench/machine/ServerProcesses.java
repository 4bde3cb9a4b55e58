package io.parley.bench.machine;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The processes of a measured server: itself, what it started, and databases that run on their
/// own.
public final class ServerProcesses {
  private static final String POSTGRES = "postgres";

  private final Set<Long> roots;

  /// The trees of processes that begin with these.
  public ServerProcesses(List<Long> rootPids) {
    this.roots = Set.copyOf(rootPids);
  }

  /// What all of them, and this process as the load generator, have used until now.
  public CpuReading cpu() {
    double server = 0;
    double database = 0;
    double generator = 0;
    var own = ProcessHandle.current().pid();
    for (var process : ProcessStat.all()) {
      if (process.pid() == own) {
        generator = process.cpuSeconds();
      }
    }
    for (var process : tree()) {
      if (process.name().equals(POSTGRES)) {
        database += process.cpuSeconds();
      } else {
        server += process.cpuSeconds();
      }
    }
    return new CpuReading(server, database, generator, ProcessStat.machineCpuSeconds());
  }

  /// The resident memory of the largest process that is no database: the server itself, whatever
  /// launched it.
  public long serverResidentBytes() {
    return serverPid().map(ProcessStat::residentBytes).orElse(0L);
  }

  /// The memory of the server and of its database.
  public MemoryReading memory() {
    var database =
        tree().stream()
            .filter(process -> process.name().equals(POSTGRES))
            .mapToLong(process -> ProcessStat.proportionalBytes(process.pid()))
            .sum();
    return new MemoryReading(serverResidentBytes(), database);
  }

  /// The server's own process.
  public Optional<Long> serverPid() {
    return tree().stream()
        .filter(process -> !process.name().equals(POSTGRES))
        .map(ProcessStat::pid)
        .max(java.util.Comparator.comparingLong(ProcessStat::residentBytes));
  }

  /// Where the PostgreSQL programs lie that the server runs, if it runs any.
  public Optional<Path> postgresPrograms() {
    return tree().stream()
        .filter(process -> process.name().equals(POSTGRES))
        .flatMap(process -> ProcessHandle.of(process.pid()).stream())
        .flatMap(process -> process.info().command().stream())
        .map(command -> Path.of(command).getParent())
        .findFirst();
  }

  private List<ProcessStat> tree() {
    var all = ProcessStat.all();
    var inTree = new HashSet<>(roots);
    var unexplored = new ArrayDeque<>(roots);
    while (!unexplored.isEmpty()) {
      long parent = unexplored.remove();
      for (var process : all) {
        if (process.parent() == parent && inTree.add(process.pid())) {
          unexplored.add(process.pid());
        }
      }
    }
    return all.stream().filter(process -> inTree.contains(process.pid())).toList();
  }
}
