package io.parley.testkit;

import io.parley.server.composition.Surroundings;
import io.parley.store.database.DatabaseUrl;
import io.parley.store.embedded.EmbeddedPostgres;
import io.parley.store.embedded.EmbeddedPostgresConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL for all tests of this process, started at the first use and stopped with the
/// process.
public final class SharedPostgres {
  private static final long ENOUGH_BYTES = 4L << 30;
  private static final AtomicInteger databases = new AtomicInteger();
  private static @Nullable EmbeddedPostgres postgres;

  private SharedPostgres() {}

  /// Makes an empty database.
  ///
  /// @return its URL, with user and password
  public static String newDatabase() {
    String name = "test_" + databases.incrementAndGet();
    DatabaseUrl server = running().url();
    try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.properties());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database could be made", e);
    }
    var properties = server.properties();
    return "%s?user=%s&password=%s"
        .formatted(
            server.jdbcUrl().replaceFirst("/[^/]*$", "/" + name),
            properties.getProperty("user"),
            properties.getProperty("password"));
  }

  private static synchronized EmbeddedPostgres running() {
    EmbeddedPostgres known = postgres;
    if (known == null) {
      known = start();
      postgres = known;
    }
    return known;
  }

  private static EmbeddedPostgres start() {
    try {
      Path directory = Files.createTempDirectory(place(), "parley-testkit");
      var started =
          EmbeddedPostgres.start(
              EmbeddedPostgresConfig.defaults(directory, System.getenv()),
              Surroundings.real(System.getenv()).random(),
              crash -> System.err.println("PostgreSQL ended: " + crash.lastWords()));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    started.close();
                    Directories.delete(directory);
                  }));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// In memory where there is enough of it: hundreds of small files come and go, and no test pulls
  /// the plug.
  private static Path place() throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > ENOUGH_BYTES
        ? memory
        : Path.of(System.getProperty("java.io.tmpdir"));
  }
}
