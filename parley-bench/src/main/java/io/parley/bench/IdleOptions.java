package io.parley.bench;

import io.parley.bench.load.IdleCrowd;
import io.parley.bench.load.LoadLoop;
import io.parley.bench.load.Population;
import io.parley.bench.machine.HeapReading;
import io.parley.bench.machine.ServerProcesses;
import io.parley.bench.report.IdleFigures;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Option;

/// The measurement of idle connections, and what can be chosen about it.
final class IdleOptions {
  @Option(
      names = "--connections",
      description =
          "Idle connections; files that a process may open limit them on both sides (default:"
              + " ${DEFAULT-VALUE}).")
  private int connections = 19_000;

  @Option(
      names = "--one-agent-in",
      description = "Every how manieth connection is an agent's (default: ${DEFAULT-VALUE}).")
  private int oneAgentIn = 10;

  @Option(
      names = "--stay",
      description = "Seconds for which all stay before memory is read (default: ${DEFAULT-VALUE}).")
  private int staySeconds = 35;

  int connections() {
    return connections;
  }

  int oneAgentIn() {
    return oneAgentIn;
  }

  IdleFigures measure(Contestant server, Population population)
      throws IOException, InterruptedException {
    try (var loop = LoadLoop.open()) {
      var plan =
          new IdleCrowd.Plan(population, connections, oneAgentIn, Duration.ofSeconds(staySeconds));
      var sight = new IdleCrowd(loop, server.address(), plan).run(() -> look(server.processes()));
      return new IdleFigures(
          server.name(), connections, sight.before(), sight.after(), sight.closed());
    }
  }

  private static IdleFigures.Reading look(ServerProcesses processes)
      throws IOException, InterruptedException {
    var pid = processes.serverPid().orElseThrow(() -> new IOException("no server runs"));
    var before = processes.memory();
    var heap = HeapReading.afterCollection(pid);
    return new IdleFigures.Reading(
        before.serverResident(),
        processes.serverResidentBytes(),
        heap,
        before.databaseProportional());
  }
}
