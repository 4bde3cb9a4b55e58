package io.parley.server.composition;

import io.parley.server.config.ServerConfig;
import io.parley.store.database.Database;
import io.parley.store.database.DatabaseUnavailable;
import io.parley.store.database.DatabaseUrl;
import io.parley.store.database.PoolConfig;
import io.parley.store.embedded.EmbeddedPostgres;
import io.parley.store.embedded.EmbeddedPostgresConfig;
import io.parley.store.embedded.PostgresCrash;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database: the user's own, or one that runs as a child of this process.
final class DatabaseModule implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Logger log = LoggerFactory.getLogger(DatabaseModule.class);
  private static final int IDLE_CONNECTIONS = 2;
  private static final int SPARE_CONNECTIONS = 10;
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final int RESTARTS = 5;

  private final ClosingStack open = new ClosingStack();
  private final Runnable giveUp;
  private volatile boolean up;
  private volatile @Nullable EmbeddedPostgres embedded;
  private final Database database;

  private DatabaseModule(ServerConfig config, Surroundings surroundings, Runnable giveUp) {
    this.giveUp = giveUp;
    String url = config.databaseUrl();
    try {
      DatabaseUrl address =
          url == null ? embedded(config, surroundings).url() : DatabaseUrl.parse(url);
      this.database = open.add(Database.open(address, pool(config)));
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
    this.up = true;
  }

  /// Starts and opens the database.
  ///
  /// @param giveUp called if it breaks down for good
  /// @throws DatabaseUnavailable if it can't be had; the message says why
  static DatabaseModule open(ServerConfig config, Surroundings surroundings, Runnable giveUp) {
    return new DatabaseModule(config, surroundings, giveUp);
  }

  Database database() {
    return database;
  }

  /// False while the database does not answer, and while an embedded one that crashed is being
  /// started again. Blocks.
  boolean isUp() {
    return up && database.answers(PATIENCE);
  }

  @Override
  public void close() {
    open.close();
  }

  private EmbeddedPostgres embedded(ServerConfig config, Surroundings surroundings) {
    var defaults = EmbeddedPostgresConfig.defaults(config.data(), surroundings.environment());
    var started =
        EmbeddedPostgres.start(
            new EmbeddedPostgresConfig(
                defaults.data(),
                defaults.cache(),
                config.database().sharedBuffers(),
                config.database().connections() + SPARE_CONNECTIONS,
                defaults.startTimeout(),
                STOP),
            surroundings.random(),
            this::crashed);
    embedded = started;
    return open.add(started);
  }

  private void crashed(PostgresCrash crash) {
    EmbeddedPostgres crashed = embedded;
    if (crashed == null) {
      return;
    }
    up = false;
    for (int tries = 1; tries <= RESTARTS; tries++) {
      try {
        crashed.restart();
        up = true;
        log.warn("PostgreSQL runs again");
        return;
      } catch (DatabaseUnavailable e) {
        log.error("PostgreSQL could not be started again: {}", e.getMessage());
        LockSupport.parkNanos(Duration.ofSeconds(tries).toNanos());
      }
    }
    giveUp.run();
  }

  private static PoolConfig pool(ServerConfig config) {
    int most = config.database().connections();
    return new PoolConfig(
        most, Math.min(IDLE_CONNECTIONS, most), config.database().connectionTimeout());
  }
}
