package io.parley.bench;

import io.parley.bench.relay.NoLedger;
import io.parley.bench.relay.PostgresLedger;
import io.parley.bench.relay.RelayConfig;
import io.parley.bench.relay.RelayServer;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs a relay until the process is told to end.
@Command(
    name = "relay",
    description = {
      "Runs a server that only passes messages on: the limit that a chat server is compared with.",
      "With a database, every message is committed before it is answered and delivered."
    })
final class RelayCommand implements Callable<Integer> {
  @Option(names = "--port", description = "Port; 0 picks a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--event-loops", description = "Event loops (default: ${DEFAULT-VALUE}).")
  private int eventLoops = 2;

  @Option(names = "--database-url", description = "JDBC URL of a PostgreSQL to write messages to.")
  private @Nullable String databaseUrl;

  @Option(
      names = "--lanes",
      description = "Connections to the database (default: ${DEFAULT-VALUE}).")
  private int lanes = 1;

  @Mixin private PopulationOptions population = new PopulationOptions();

  @Override
  public Integer call() throws SQLException, InterruptedException {
    var config = new RelayConfig(port, eventLoops, population.population());
    var ledger = databaseUrl == null ? new NoLedger() : PostgresLedger.open(databaseUrl, lanes);
    try (var relay = RelayServer.start(config, ledger, InstantSource.system())) {
      System.out.println("relay ready at " + relay.address());
      new CountDownLatch(1).await();
    }
    return 0;
  }
}
