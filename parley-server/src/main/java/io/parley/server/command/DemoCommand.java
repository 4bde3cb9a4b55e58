package io.parley.server.command;

import io.parley.server.config.ServerConfig;
import io.parley.server.provisioning.Provisioning;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// `parley demo`: a server with a license to try things with, and a text that says how.
final class DemoCommand {
  /// What `start` would do, but with data of its own, and reaching private addresses.
  static final ServerConfig DEFAULTS =
      ServerConfig.DEFAULTS.withData(Path.of("data", "demo")).withPrivateTargetsAllowed();

  private final PrintStream out;
  private final Map<String, String> environment;

  DemoCommand(PrintStream out, Map<String, String> environment) {
    this.out = out;
    this.environment = environment;
  }

  int run(ServerConfig config) throws InterruptedException {
    StartCommand.setUpLog(config);
    Provisioning provisioning =
        Provisioning.parse("the demo license", resource("demo.yaml"))
            .and(Provisioning.read(config.provision()));
    return new StartCommand(out, environment).run(config, provisioning, DemoCommand::guide);
  }

  private static String guide(URI address) {
    return resource("demo.txt")
        .replace("{http}", address.toString())
        .replace("{ws}", address.toString().replaceFirst("^http", "ws"));
  }

  private static String resource(String name) {
    try (InputStream in = DemoCommand.class.getResourceAsStream("/io/parley/server/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
