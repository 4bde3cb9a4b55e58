package io.parley.store;

import io.parley.store.database.Database;
import io.parley.store.database.PoolConfig;
import io.parley.store.embedded.EmbeddedPostgres;
import io.parley.store.embedded.EmbeddedPostgresConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;

/// A PostgreSQL that all tests of this module share, with the schema. Tests keep apart by their
/// licenses.
public final class TestDatabase {

  private static final long ENOUGH_BYTES = 1L << 30;
  private static final Database SHARED = start();

  private TestDatabase() {}

  /// The database, started by whoever asks first.
  public static Database shared() {
    return SHARED;
  }

  private static Database start() {
    try {
      Path target = Path.of("target").toAbsolutePath();
      Path directory = Files.createTempDirectory(place(target), "parley-store");
      var config =
          EmbeddedPostgresConfig.defaults(directory, Map.of())
              .withCache(target.resolve("postgres-cache"));
      long seed = ProcessHandle.current().pid();
      var postgres = EmbeddedPostgres.start(config, new SplittableRandom(seed), _ -> {});
      Database database = Database.open(postgres.url(), PoolConfig.defaults());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    database.close();
                    postgres.close();
                    delete(directory);
                  }));
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// In memory where there is enough of it. On a busy disk the last checkpoint of a clean stop
  /// takes longer than the tests' process has to end.
  private static Path place(Path target) throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > ENOUGH_BYTES
        ? memory
        : Files.createDirectories(target);
  }

  private static void delete(Path directory) {
    try (var files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs a statement.
  public static void execute(String sql) throws SQLException {
    try (var connection = shared().dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The single value that a query gives.
  public static String ask(String sql) throws SQLException {
    try (var connection = shared().dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
