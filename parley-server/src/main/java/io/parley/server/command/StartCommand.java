package io.parley.server.command;

import io.parley.server.composition.Server;
import io.parley.server.composition.Surroundings;
import io.parley.server.config.ConfigReader;
import io.parley.server.config.ServerConfig;
import io.parley.server.provisioning.Provisioning;
import java.io.PrintStream;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `parley start`: a server in the foreground.
final class StartCommand {
  private static final Set<String> OTHER_VARIABLES =
      Set.of("PARLEY_CONFIG", "PARLEY_DEBUG", "PARLEY_JAVA_OPTS");

  private final PrintStream out;
  private final Map<String, String> environment;

  StartCommand(PrintStream out, Map<String, String> environment) {
    this.out = out;
    this.environment = environment;
  }

  /// Runs until the process is told to end; returns only if the server can't be started, by an
  /// exception.
  int run(ServerConfig config) throws InterruptedException {
    setUpLog(config);
    return run(config, Provisioning.read(config.provision()), new Occasion() {});
  }

  int run(ServerConfig config, Provisioning provisioning, Occasion occasion)
      throws InterruptedException {
    warnOfUnknownVariables();
    var surroundings = occasion.within(Surroundings.real(environment));
    var server = new Server(config, surroundings, provisioning);
    var life =
        new ProcessLife(
            () -> {
              occasion.end();
              server.close();
            });
    server.onFailure(life::fail);
    try {
      server.start();
      occasion.prepare(server);
    } catch (RuntimeException e) {
      if (life.isEnding()) {
        life.awaitEnd();
      }
      life.leave();
      throw e;
    }
    out.println("parley ready at " + server.address());
    out.print(occasion.greeting(server.address()));
    out.flush();
    life.awaitEnd();
    return 0;
  }

  /// What a start has of its own.
  interface Occasion {
    /// What the server takes from the world.
    default Surroundings within(Surroundings real) {
      return real;
    }

    /// What is to be done before the server is said to be ready. May block.
    default void prepare(Server server) {}

    /// What is to be done before the server is closed.
    default void end() {}

    /// What follows the line with the address.
    default String greeting(URI address) {
      return "";
    }
  }

  /// Must come before anything is logged.
  static void setUpLog(ServerConfig config) {
    System.setProperty("parley.log.level", config.log().level());
  }

  private void warnOfUnknownVariables() {
    var known = new HashSet<>(OTHER_VARIABLES);
    ConfigReader.settings(ServerConfig.DEFAULTS)
        .forEach(setting -> known.add(setting.environmentVariable()));
    var unknown = new TreeSet<String>();
    for (String name : environment.keySet()) {
      if (name.startsWith("PARLEY_") && !known.contains(name)) {
        unknown.add(name);
      }
    }
    if (!unknown.isEmpty()) {
      Logger log = LoggerFactory.getLogger(StartCommand.class);
      log.warn("No settings, so ignored: {}", String.join(", ", unknown));
    }
  }
}
