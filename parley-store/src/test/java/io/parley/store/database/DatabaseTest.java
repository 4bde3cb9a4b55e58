package io.parley.store.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.store.embedded.EmbeddedPostgres;
import io.parley.store.embedded.EmbeddedPostgresConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

  private static final PoolConfig POOL = new PoolConfig(3, 1, Duration.ofSeconds(5));

  private static EmbeddedPostgres postgres;

  private DatabaseUrl url;

  @BeforeAll
  static void startPostgres(@TempDir Path data) {
    var config =
        EmbeddedPostgresConfig.defaults(data, Map.of())
            .withCache(Path.of("target", "postgres-cache").toAbsolutePath());
    postgres = EmbeddedPostgres.start(config, new SplittableRandom(1), _ -> {});
  }

  @AfterAll
  static void stopPostgres() {
    postgres.close();
  }

  @BeforeEach
  void createDatabase(TestInfo test) throws SQLException {
    var name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    try (var connection = DriverManager.getConnection(postgres.url().jdbcUrl(), login());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    url = urlOf(name);
  }

  @Test
  void shouldSayWhetherItAnswers() throws SQLException {
    try (Database database = Database.open(url, POOL)) {
      try (var one = database.dataSource().getConnection();
          var two = database.dataSource().getConnection();
          var three = database.dataSource().getConnection()) {
        assertThat(List.of(one, two, three)).doesNotContainNull();
        assertThat(database.answers(Duration.ofMillis(50))).isFalse();
      }
      assertThat(database.answers(Duration.ofSeconds(5))).isTrue();
    }
  }

  @Test
  void shouldMigrateANewDatabase() {
    try (var database = Database.open(url, POOL, "migrations/two")) {
      assertThat(tables(database)).contains("first", "second");
    }
  }

  @Test
  void shouldKeepDataWhenOpenedAgainAndAddWhatIsNew() {
    try (var database = Database.open(url, POOL, "migrations/two")) {
      database.jdbi().useHandle(handle -> handle.execute("insert into first values (7)"));
    }

    try (var database = Database.open(url, POOL, "migrations/three")) {
      assertThat(tables(database)).contains("third");
      assertThat(one(database, "select id from first")).isEqualTo("7");
    }
  }

  @Test
  void shouldRefuseADatabaseOfANewerProgram() {
    Database.open(url, POOL, "migrations/three").close();

    assertThatThrownBy(() -> Database.open(url, POOL, "migrations/two"))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("was last used by a newer Parley (schema 003, this one knows 2)");
  }

  @Test
  void shouldRefuseMigrationsWithAGap() {
    assertThatThrownBy(() -> Database.open(url, POOL, "migrations/gap"))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("number 2 is missing");
  }

  @Test
  void shouldRefuseAMigrationThatWasEditedAfterwards() {
    Database.open(url, POOL, "migrations/two").close();

    assertThatThrownBy(() -> Database.open(url, POOL, "migrations/edited"))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("migration 001 is not the one");
  }

  @Test
  void shouldSayWhyAMigrationFailsOnOneLine() {
    assertThatThrownBy(() -> Database.open(url, POOL, "migrations/broken"))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("could not be migrated")
        .hasMessageContaining("V002__second.sql")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void shouldMigrateOnceWhenSeveralStartTogether() throws Exception {
    try (var starters = Executors.newVirtualThreadPerTaskExecutor()) {
      var opened =
          Stream.generate(
                  () ->
                      CompletableFuture.runAsync(
                          () -> Database.open(url, POOL, "migrations/three").close(), starters))
              .limit(3)
              .toArray(CompletableFuture[]::new);

      CompletableFuture.allOf(opened).get(30, SECONDS);
    }

    try (var database = Database.open(url, POOL, "migrations/three")) {
      assertThat(one(database, "select count(*) from flyway_schema_history where success"))
          .isEqualTo("3");
    }
  }

  @Test
  void shouldOpenWithTheProgramsOwnMigrations() {
    try (var database = Database.open(url, PoolConfig.defaults())) {
      assertThat(one(database, "select current_setting('application_name')")).isEqualTo("parley");
    }
  }

  @Test
  void shouldSayThatTheUserIsNotLetIn() {
    var wrong =
        DatabaseUrl.parse(url.jdbcUrl().replace("jdbc:postgresql://", "postgres://parley:wr0ng@"));

    assertThatThrownBy(() -> Database.open(wrong, POOL))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("does not let user parley in; check user and password")
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  void shouldSayThatThereIsNoSuchDatabase() {
    assertThatThrownBy(() -> Database.open(urlOf("missing"), POOL))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("has no database missing");
  }

  @Test
  void shouldSayThatNobodyAnswers() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var nowhere = DatabaseUrl.of("127.0.0.1", port, "chats", "u", "s3cret");

    assertThatThrownBy(() -> Database.open(nowhere, POOL))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("the database at 127.0.0.1:" + port + " can't be reached")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void shouldRefuseAServerWithoutTlsWhenTlsIsDemanded() {
    var demanding =
        DatabaseUrl.parse(
            url.jdbcUrl()
                + "?sslmode=require&user=parley&password="
                + login().getProperty("password"));

    assertThatThrownBy(() -> Database.open(demanding, POOL))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("does not support SSL");
  }

  @Test
  void shouldNameTheOldestVersionThatAnOldServerLacks() {
    assertThatThrownBy(() -> Database.refuseOlder(14, "14.19", url))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("is PostgreSQL 14.19, and Parley needs 15 or newer");
  }

  private static Properties login() {
    return postgres.url().properties();
  }

  private static DatabaseUrl urlOf(String database) {
    var url = postgres.url();
    var port = url.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1");
    return DatabaseUrl.of(
        "127.0.0.1", Integer.parseInt(port), database, "parley", login().getProperty("password"));
  }

  private static String one(Database database, String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  private static List<String> tables(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select tablename from pg_tables where schemaname = 'public'")
                    .mapTo(String.class)
                    .list());
  }
}
