package io.parley.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/// An open database at the schema that this program knows: a pool of connections, and Jdbi over it.
/// For any number of threads.
public final class Database implements AutoCloseable {

  /// The oldest PostgreSQL that Parley's SQL runs on.
  public static final int OLDEST_MAJOR_VERSION = 15;

  private static final String MIGRATIONS = "db/migration";

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /// Connects, checks the server's version and migrates the schema. It waits for no server that is
  /// not there.
  ///
  /// @throws DatabaseUnavailable when the database can't be reached or entered, is too old, or has
  /// been
  ///     migrated by a newer program
  public static Database open(DatabaseUrl url, PoolConfig config) {
    return open(url, config, MIGRATIONS);
  }

  static Database open(DatabaseUrl url, PoolConfig config, String migrations) {
    var pool = connect(url, config);
    try {
      checkVersion(pool, url);
      new Migrations(pool, migrations).run(url);
      return new Database(pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /// The pool. Connections come with auto-commit on.
  public DataSource dataSource() {
    return pool;
  }

  /// Jdbi over the pool.
  public Jdbi jdbi() {
    return jdbi;
  }

  /// True if the database answers within that time. Blocks.
  public boolean answers(Duration patience) {
    var answer = new CompletableFuture<Boolean>();
    Thread.ofVirtual()
        .name("database-check")
        .start(() -> answer.complete(isValid(Math.toIntExact(patience.toSeconds()))));
    return answer.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private boolean isValid(int seconds) {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(seconds);
    } catch (SQLException _) {
      return false;
    }
  }

  /// Closes every connection; statements that still run fail.
  @Override
  public void close() {
    pool.close();
  }

  private static HikariDataSource connect(DatabaseUrl url, PoolConfig config) {
    var properties = url.properties();
    properties.putIfAbsent(PGProperty.APPLICATION_NAME.getName(), "parley");
    properties.putIfAbsent(PGProperty.CONNECT_TIMEOUT.getName(), "10");
    properties.putIfAbsent(PGProperty.TCP_KEEP_ALIVE.getName(), "true");
    var hikari = new HikariConfig();
    hikari.setPoolName("database");
    hikari.setJdbcUrl(url.jdbcUrl());
    hikari.setDataSourceProperties(properties);
    hikari.setMaximumPoolSize(config.maximumConnections());
    hikari.setMinimumIdle(config.minimumIdle());
    hikari.setConnectionTimeout(config.connectionTimeout().toMillis());
    hikari.setInitializationFailTimeout(1);
    try {
      return new HikariDataSource(hikari);
    } catch (PoolInitializationException e) {
      throw unavailable(url, e.getCause() instanceof SQLException cause ? cause : null, e);
    }
  }

  private static void checkVersion(DataSource pool, DatabaseUrl url) {
    try (var connection = pool.getConnection()) {
      var server = connection.getMetaData();
      refuseOlder(server.getDatabaseMajorVersion(), server.getDatabaseProductVersion(), url);
    } catch (SQLException e) {
      throw unavailable(url, e, e);
    }
  }

  static void refuseOlder(int majorVersion, String version, DatabaseUrl url) {
    if (majorVersion < OLDEST_MAJOR_VERSION) {
      throw new DatabaseUnavailable(
          "the database at %s is PostgreSQL %s, and Parley needs %d or newer"
              .formatted(url.hosts(), version, OLDEST_MAJOR_VERSION));
    }
  }

  private static DatabaseUnavailable unavailable(
      DatabaseUrl url, @Nullable SQLException reason, Exception cause) {
    var state = reason == null || reason.getSQLState() == null ? "" : reason.getSQLState();
    var message =
        switch (state) {
          case "28P01", "28000" ->
              "the database at %s does not let user %s in; check user and password"
                  .formatted(url.hosts(), url.user());
          case "3D000" ->
              "the server at %s has no database %s".formatted(url.hosts(), url.database());
          case "53300" -> "the database at %s has no connection left".formatted(url.hosts());
          case "08001" ->
              "the database at %s can't be reached: %s".formatted(url.hosts(), detail(reason));
          default ->
              "the database at %s can't be opened: %s".formatted(url.hosts(), detail(reason));
        };
    return new DatabaseUnavailable(message, cause);
  }

  private static String detail(@Nullable SQLException reason) {
    return reason == null || reason.getMessage() == null ? "no reason given" : reason.getMessage();
  }
}
