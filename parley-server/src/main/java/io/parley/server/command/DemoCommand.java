package io.parley.server.command;

import io.parley.server.composition.Server;
import io.parley.server.composition.Surroundings;
import io.parley.server.config.ServerConfig;
import io.parley.server.demo.DemoClock;
import io.parley.server.demo.DemoHistory;
import io.parley.server.demo.bot.ShopBot;
import io.parley.server.provisioning.Provisioning;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `parley demo`: a server with a license to try things with, and a text that says how.
final class DemoCommand {
  /// What `start` would do, but with data of its own, and reaching private addresses.
  static final ServerConfig DEFAULTS =
      ServerConfig.DEFAULTS.withData(Path.of("data", "demo")).withPrivateTargetsAllowed();

  private static final Duration BOT_PACE = Duration.ofMillis(600);
  private static final Set<String> LOCAL_HOSTS = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  private final PrintStream out;
  private final Map<String, String> environment;

  DemoCommand(PrintStream out, Map<String, String> environment) {
    this.out = out;
    this.environment = environment;
  }

  /// @param empty without conversations of the past, and without the bot
  int run(ServerConfig config, boolean empty) throws InterruptedException {
    StartCommand.setUpLog(config);
    refuseStrangers(config);
    Provisioning provisioning =
        Provisioning.parse("the demo license", resource("demo.yaml"))
            .and(Provisioning.read(config.provision()));
    boolean fresh = config.databaseUrl() == null && isNothingIn(config.data());
    return new StartCommand(out, environment)
        .run(config, provisioning, empty || !fresh ? new Demo(!empty) : new DemoWithPast());
  }

  private static boolean isNothingIn(Path data) {
    if (!Files.isDirectory(data)) {
      return true;
    }
    try (Stream<Path> files = Files.list(data)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Everybody knows the passwords and tokens of the demo.
  private static void refuseStrangers(ServerConfig config) {
    if (!LOCAL_HOSTS.contains(config.host())) {
      throw new NotDone(
          "the demo's passwords are known to everybody, so it listens on this machine only: "
              + config.host()
              + " is an address for others (bin/parley start serves them)");
    }
  }

  /// A demo on data that is there already, or is to be empty.
  private static class Demo implements StartCommand.Occasion {
    private final boolean withBot;
    private @Nullable String secretKey;
    private @Nullable ShopBot bot;

    Demo(boolean withBot) {
      this.withBot = withBot;
    }

    @Override
    public Surroundings within(Surroundings real) {
      secretKey = Long.toHexString(real.random().nextLong());
      return real;
    }

    @Override
    public void prepare(Server server) {
      if (secretKey != null) {
        bot = new ShopBot(server.address(), withBot, secretKey, BOT_PACE);
      }
    }

    @Override
    public String greeting(URI address) {
      return guide(address);
    }

    @Override
    public void end() {
      if (bot != null) {
        bot.close();
      }
    }
  }

  /// A demo that begins in the past.
  private static final class DemoWithPast extends Demo {
    private @Nullable DemoClock clock;

    DemoWithPast() {
      super(true);
    }

    @Override
    public Surroundings within(Surroundings real) {
      var past = DemoHistory.beginBefore(real.clock().instant());
      clock = new DemoClock(real.clock(), past);
      return super.within(real).withClock(clock);
    }

    @Override
    public void prepare(Server server) {
      if (clock != null) {
        new DemoHistory(server.placement(), clock, server.address().toString()).have();
      }
      super.prepare(server);
    }
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
