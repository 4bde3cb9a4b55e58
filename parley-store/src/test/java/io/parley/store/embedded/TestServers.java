package io.parley.store.embedded;

import io.parley.store.database.DatabaseUrl;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// What the tests of this package start, and how they ask it.
final class TestServers {

  /// Shared by all tests, so that only the first has to unpack.
  static final Path CACHE = Path.of("target", "postgres-cache").toAbsolutePath();

  private TestServers() {}

  static EmbeddedPostgresConfig config(Path data) {
    return EmbeddedPostgresConfig.defaults(data, Map.of()).withCache(CACHE);
  }

  static EmbeddedPostgres start(Path data) {
    return start(data, _ -> {});
  }

  static EmbeddedPostgres start(Path data, Consumer<PostgresCrash> onCrash) {
    return EmbeddedPostgres.start(config(data), random(), onCrash);
  }

  static RandomGenerator random() {
    return new SplittableRandom(20_260_101);
  }

  static Installation installation(Path data) {
    return Installation.find(CACHE, data, Launcher.ownWays());
  }

  static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    return ask(postgres.url(), sql);
  }

  static String ask(DatabaseUrl url, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url.jdbcUrl(), url.properties());
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (var rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }
}
