package io.parley.store.embedded;

import static io.parley.store.embedded.TestServers.ask;
import static io.parley.store.embedded.TestServers.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.parley.store.database.DatabaseUrl;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  @TempDir private Path data;

  @Test
  void shouldKeepDataFromOneStartToTheNext() throws Exception {
    try (var postgres = start(data)) {
      ask(postgres, "create table kept as select 42 as answer");
    }

    try (var postgres = start(data)) {
      assertThat(ask(postgres, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void shouldPromiseDurabilityAndKnowLettersBeyondAscii() throws Exception {
    try (var postgres = start(data)) {
      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(postgres, "select lower('ÄÖ')")).isEqualTo("äö");
      assertThat(ask(postgres, "select to_tsvector('simple', 'ÄPFEL—Öl')::text"))
          .isEqualTo("'äpfel':1 'öl':2");
      assertThat(ask(postgres, "select 'a' > 'B'")).isEqualTo("t");
    }
  }

  @Test
  void shouldKeepThePasswordFromOtherUsers() throws Exception {
    try (var _ = start(data)) {
      var file = data.resolve("postgres.password");

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(file).strip()).matches("[0-9a-f]{48}");
    }
  }

  @Test
  void shouldMakeANewPasswordWhenTheFileIsLost() throws Exception {
    DatabaseUrl before;
    try (var postgres = start(data)) {
      before = postgres.url();
      ask(postgres, "create table kept as select 42 as answer");
    }
    Files.delete(data.resolve("postgres.password"));

    try (var postgres =
        EmbeddedPostgres.start(TestServers.config(data), new SplittableRandom(2), _ -> {})) {
      assertThat(ask(postgres, "select answer from kept")).isEqualTo("42");
      assertThat(postgres.url().properties()).isNotEqualTo(before.properties());
    }
  }

  @Test
  void shouldTryAnotherPortWhenOneIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var free = Ports.from(TestServers.random());
      var ports = new ArrayDeque<>(List.of(taken.getLocalPort(), free.next()));

      try (var postgres =
          EmbeddedPostgres.start(
              TestServers.config(data), TestServers.random(), ports::removeFirst, _ -> {})) {
        assertThat(ask(postgres, "select 1")).isEqualTo("1");
        assertThat(ports).isEmpty();
      }
    }
  }

  @Test
  void shouldTellACrashAndRestartAtTheSameAddress() throws Exception {
    var crashed = new CompletableFuture<PostgresCrash>();
    try (var postgres = start(data, crashed::complete)) {
      ask(postgres, "create table kept as select 42 as answer");
      var address = postgres.url().jdbcUrl();
      ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();

      assertThat(crashed.get(20, TimeUnit.SECONDS).exitStatus()).isEqualTo(137);
      postgres.restart();

      assertThat(postgres.url().jdbcUrl()).isEqualTo(address);
      assertThat(ask(postgres, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void shouldRestartFromWithinTheCallAboutTheCrash() throws Exception {
    var running = new CompletableFuture<EmbeddedPostgres>();
    var restarted = new CompletableFuture<Boolean>();
    try (var postgres =
        start(
            data,
            _ -> {
              running.join().restart();
              restarted.complete(true);
            })) {
      running.complete(postgres);
      long before = postgres.pid();
      ProcessHandle.of(before).orElseThrow().destroyForcibly();

      assertThat(restarted.get(20, TimeUnit.SECONDS)).isTrue();
      assertThat(postgres.pid()).isNotEqualTo(before);
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void shouldTellNoCrashWhenItIsClosed() {
    var crashed = new CompletableFuture<PostgresCrash>();
    var postgres = start(data, crashed::complete);
    var process = ProcessHandle.of(postgres.pid()).orElseThrow();

    postgres.close();
    postgres.close();

    assertThat(process.isAlive()).isFalse();
    assertThat(crashed).isNotDone();
  }

  @Test
  void shouldRecoverWhatAKilledParleyHadCommitted() throws Exception {
    var parley = ParleyStandIn.start(data);
    var left = ProcessHandle.of(Long.parseLong(parley.inputReader().readLine())).orElseThrow();
    parley.destroyForcibly().waitFor();

    try (var postgres = start(data)) {
      assertThat(ask(postgres, "select answer from kept")).isEqualTo("42");
      assertThat(postgres.pid()).isNotEqualTo(left.pid());
      await().until(() -> !left.isAlive());
    }
  }

  @Test
  void shouldEndPostgresCleanlyWhenParleyIsKilled() throws Exception {
    assumeTrue(TestServers.installation(data).launcher().words().contains("--pdeathsig"));
    var parley = ParleyStandIn.start(data);
    var left = ProcessHandle.of(Long.parseLong(parley.inputReader().readLine())).orElseThrow();

    parley.destroyForcibly().waitFor();

    await().until(() -> !left.isAlive());
    var log = PostgresLog.of(data.resolve("db"));
    assertThat(log.since(new PostgresLog.Mark(data, 0))).contains("database system is shut down");
  }

  @Test
  void shouldRecoverWhenParleyAndPostgresWereBothKilled() throws Exception {
    var parley = ParleyStandIn.start(data);
    var left = ProcessHandle.of(Long.parseLong(parley.inputReader().readLine())).orElseThrow();
    left.destroyForcibly();
    parley.destroyForcibly().waitFor();

    try (var postgres = start(data)) {
      assertThat(ask(postgres, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void shouldStopAPostgresThatStillRunsOnItsFiles() throws Exception {
    start(data).close();
    var files = new DatabaseFiles(data.toRealPath(), TestServers.installation(data));
    var left =
        Postmaster.launch(
            files.installation(),
            files.database(),
            Ports.from(new SplittableRandom(3)).next(),
            data.resolve("postgres.start"),
            _ -> {});
    assertThat(left.awaitReady(files.database(), Duration.ofSeconds(20))).isTrue();

    try (var postgres = start(data)) {
      assertThat(left.isAlive()).isFalse();
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void shouldLeaveAnotherProgramAloneThatHasTheOldProcessNumber() throws Exception {
    start(data).close();
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(
          data.resolve("db").resolve("postmaster.pid"),
          "%d\n%s\n1\n5432\n\n127.0.0.1\n".formatted(stranger.pid(), data.resolve("db")));

      try (var postgres = start(data)) {
        assertThat(ask(postgres, "select 1")).isEqualTo("1");
        assertThat(stranger.isAlive()).isTrue();
      }
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void shouldMakeTheDatabaseAnewWhenMakingItWasCutShort() throws Exception {
    var halfDone = Files.createDirectories(data.resolve(".making-db-1").resolve("db"));
    Files.writeString(halfDone.resolve("PG_VERSION"), "");

    try (var postgres = start(data)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
      assertThat(halfDone).doesNotExist();
    }
  }

  @Test
  void shouldKeepAFewLogFilesOnly() throws Exception {
    start(data).close();
    var log = data.resolve("db").resolve("log");
    for (int hour = 10; hour < 24; hour++) {
      Files.writeString(log.resolve("postgres-20200101-" + hour + "0000.log"), "old\n");
    }

    start(data).close();

    try (var files = Files.list(log)) {
      assertThat(files).hasSizeBetween(10, 11);
    }
    assertThat(log.resolve("postgres-20200101-100000.log")).doesNotExist();
  }
}
