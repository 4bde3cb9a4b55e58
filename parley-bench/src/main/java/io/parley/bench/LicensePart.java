package io.parley.bench;

import io.parley.bench.license.ActiveChats;
import io.parley.bench.load.LoadLoop;
import io.parley.bench.load.Newcomer;
import io.parley.bench.load.Population;
import io.parley.bench.load.ServerRefusal;
import io.parley.bench.machine.HeapReading;
import io.parley.bench.machine.ServerDatabase;
import io.parley.bench.machine.ServerProcesses;
import io.parley.bench.report.LicenseSection;
import io.parley.bench.report.Section;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// How long a license with very many active chats takes to load: from the start of the server to
/// the answer of the license's first request, the login of an agent.
record LicensePart(int chats) implements Part {
  /// Enough for all chats: each may have a thousand.
  private static final int AGENTS = 200;

  private static final int MOST_REQUESTS = 10;

  @Override
  public String name() {
    return "license";
  }

  @Override
  public Section measure(Stage stage) throws IOException, SQLException, InterruptedException {
    System.err.printf("bench: a license with %d active chats%n", chats);
    var population = new Population(1, AGENTS);
    var directory = stage.directory(name());
    try (var contestants = stage.contestants(name(), population)) {
      contestants.startParley();
      new ActiveChats(ServerDatabase.embeddedIn(contestants.data()), population).fill(chats);
    }
    var launcher = new ParleyLauncher(stage.root(), directory.resolve("parley-again.log"));
    var begin = System.nanoTime();
    try (var server = launcher.start(directory.resolve("data"), List.of());
        var loop = LoadLoop.open()) {
      var ready = (System.nanoTime() - begin) / 1e9;
      var newcomer = new Newcomer(loop, server.address(), population);
      awaitAnswer(newcomer);
      var answered = (System.nanoTime() - begin) / 1e9;
      var processes = new ServerProcesses(List.of(server.pid()));
      var cpu = processes.cpu().serving();
      var second = newcomer.comeAndGo(1);
      var memory = processes.memory();
      var heap =
          HeapReading.afterCollection(
              processes.serverPid().orElseThrow(() -> new IOException("the server has ended")));
      return new LicenseSection(chats, ready, answered, second, cpu, memory, heap);
    }
  }

  /// Asks again when the server says that it took too long: it loads the license on meanwhile.
  private static void awaitAnswer(Newcomer newcomer) {
    for (var asked = 1; ; asked++) {
      try {
        newcomer.comeAndGo(0);
        return;
      } catch (ServerRefusal refusal) {
        if (asked == MOST_REQUESTS) {
          throw refusal;
        }
      }
    }
  }
}
