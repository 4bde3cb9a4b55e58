package io.parley.gateway.account;

import io.parley.store.credential.AccessTokens;
import io.parley.store.embedded.EmbeddedPostgres;
import io.parley.store.embedded.EmbeddedPostgresConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Jdbi;

/// A PostgreSQL with the tables of accounts, which the tests of this package share.
final class TestDatabase {
  private static final long ENOUGH_BYTES = 1L << 30;
  private static final TestDatabase SHARED = start();
  private static final String TABLES =
      "account_credential, oauth_client, access_token, browser_identity, authorization_code,"
          + " refresh_token, consent, sign_in_session, identity_transfer, license_origin,"
          + " auth_audit, password_link, agent";

  /// Of the journal's tables the columns that accounts read.
  private static final String AGENTS =
      """
      create table agent (
        license_id bigint not null, id text not null, permission text not null,
        account_id text not null,
        suspended boolean not null default false,
        awaiting_approval boolean not null default false,
        primary key (license_id, id));
      """;

  private final Jdbi jdbi;

  private TestDatabase(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The database with empty tables; started by whoever asks first.
  static TestDatabase emptied() {
    SHARED.jdbi.useHandle(handle -> handle.execute("truncate " + TABLES));
    return SHARED;
  }

  /// The database as it is.
  static TestDatabase shared() {
    return SHARED;
  }

  private static TestDatabase start() {
    try {
      Path target = Path.of("target").toAbsolutePath();
      Path data = Files.createTempDirectory(place(target), "parley-accounts");
      var config =
          EmbeddedPostgresConfig.defaults(data, Map.of())
              .withCache(target.resolve("postgres-cache"));
      var random = new SplittableRandom(ProcessHandle.current().pid());
      var postgres = EmbeddedPostgres.start(config, random, _ -> {});
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, data)));
      var jdbi = Jdbi.create(postgres.url().jdbcUrl(), postgres.url().properties());
      createTables(jdbi);
      return new TestDatabase(jdbi);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
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

  private static void end(EmbeddedPostgres postgres, Path data) {
    postgres.close();
    try (var files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createTables(Jdbi jdbi) throws IOException, SQLException {
    executeAll(jdbi, AGENTS);
    executeAll(jdbi, migration("credentials"));
    executeAll(jdbi, migration("authorization"));
    executeAll(jdbi, migration("password_links"));
  }

  /// The migration with that name, whatever its number.
  private static String migration(String name) throws IOException {
    for (int number = 1; number < 100; number++) {
      String path = "/db/migration/V%03d__%s.sql".formatted(number, name);
      try (var migration = AccessTokens.class.getResourceAsStream(path)) {
        if (migration != null) {
          return new String(migration.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new IllegalStateException("no migration is called " + name);
  }

  private static void executeAll(Jdbi jdbi, String sql) throws SQLException {
    try (var handle = jdbi.open();
        var statement = handle.getConnection().createStatement()) {
      statement.execute(sql);
    }
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /// Every value of every row, as text.
  String dump() {
    var dump = new StringBuilder();
    for (String table : TABLES.split(", ")) {
      List<String> rows =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery("select t::text from " + table + " t order by 1")
                      .mapTo(String.class)
                      .list());
      rows.forEach(row -> dump.append(row).append('\n'));
    }
    return dump.toString();
  }
}
