package io.parley.store.embedded;

import io.parley.store.database.DatabaseUnavailable;
import io.parley.store.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL that runs as a child of this process, on files of its own under a data directory.
///
/// It is up from [#start] to [#close]; in between it may crash, which [#restart] mends. Its address
/// stays the same all that time. For any number of threads.
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String HOST = "127.0.0.1";
  private static final String DATABASE = "postgres";
  private static final int TRIES_FOR_A_PORT = 20;
  private static final Duration PREDECESSOR_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration LOG_DELAY = Duration.ofSeconds(3);

  private final EmbeddedPostgresConfig config;
  private final DirectoryLock directory;
  private final DatabaseFiles files;
  private final String password;
  private final Ports ports;
  private final Consumer<PostgresCrash> onCrash;
  private final ReentrantLock lifecycle = new ReentrantLock();
  private @Nullable Postmaster postmaster;
  private int port;
  private boolean closed;

  private EmbeddedPostgres(
      EmbeddedPostgresConfig config,
      DirectoryLock directory,
      RandomGenerator random,
      Ports ports,
      Consumer<PostgresCrash> onCrash) {
    this.config = config;
    this.directory = directory;
    this.ports = ports;
    this.onCrash = onCrash;
    var data = directory.directory();
    this.files =
        new DatabaseFiles(data, Installation.find(config.cache(), data, Launcher.ownWays()));
    stopLeftOver();
    this.password = files.prepare(config, random);
  }

  /// Makes what is missing, clears what a killed predecessor left, starts PostgreSQL and returns
  /// when it accepts connections.
  ///
  /// @param random where the password and the port come from; it must not be predictable
  /// @param onCrash told, on a thread of its own, when PostgreSQL ends unasked; it may call
  /// [#restart]
  /// @throws DatabaseUnavailable when it can't be started; the message says why
  public static EmbeddedPostgres start(
      EmbeddedPostgresConfig config, RandomGenerator random, Consumer<PostgresCrash> onCrash) {
    return start(config, random, Ports.from(random), onCrash);
  }

  static EmbeddedPostgres start(
      EmbeddedPostgresConfig config,
      RandomGenerator random,
      Ports ports,
      Consumer<PostgresCrash> onCrash) {
    var directory = DirectoryLock.acquire(config.data());
    try {
      var postgres = new EmbeddedPostgres(config, directory, random, ports, onCrash);
      postgres.launchOnAnyPort();
      return postgres;
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /// Where the one is reached that another process of this user runs on a data directory; empty if
  /// none runs there.
  ///
  /// @throws DatabaseUnavailable when its files can't be read
  public static Optional<DatabaseUrl> running(Path data) {
    try {
      var directory = data.toAbsolutePath();
      if (!Files.isDirectory(directory)) {
        return Optional.empty();
      }
      directory = directory.toRealPath();
      var database = directory.resolve("db");
      var found = PostmasterPid.read(database).filter(pid -> pid.isAliveIn(database));
      if (found.isEmpty() || !found.get().status().equals("ready")) {
        return Optional.empty();
      }
      var password = Files.readString(DatabaseFiles.passwordFile(directory)).strip();
      return Optional.of(
          DatabaseUrl.of(HOST, found.get().port(), DATABASE, DatabaseFiles.USER, password));
    } catch (IOException e) {
      throw StorageTrouble.with("the database in " + data + " can't be looked for", e);
    }
  }

  /// Where it is reached, password included.
  public DatabaseUrl url() {
    lifecycle.lock();
    try {
      return DatabaseUrl.of(HOST, port, DATABASE, DatabaseFiles.USER, password);
    } finally {
      lifecycle.unlock();
    }
  }

  /// The number of its main process.
  public long pid() {
    lifecycle.lock();
    try {
      return postmaster == null ? -1 : postmaster.pid();
    } finally {
      lifecycle.unlock();
    }
  }

  /// Starts it again after a crash, at the same address; it recovers what was committed by itself.
  /// Does nothing when it is up or closed.
  ///
  /// @throws DatabaseUnavailable when it can't be started; it may be tried again
  public void restart() {
    lifecycle.lock();
    try {
      if (closed || isUp()) {
        return;
      }
      stopLeftOver();
      long deadline = System.nanoTime() + PREDECESSOR_TIMEOUT.toNanos();
      var failure = launch(port);
      while (failure.isPresent() && isPassing(failure.get()) && System.nanoTime() < deadline) {
        pause();
        failure = launch(port);
      }
      if (failure.isPresent()) {
        throw unavailable(failure.get());
      }
    } finally {
      lifecycle.unlock();
    }
  }

  /// Stops it cleanly and gives the data directory up. Sessions that are open are cut.
  @Override
  public void close() {
    lifecycle.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      if (postmaster != null) {
        postmaster.stop(config.stopTimeout());
      }
      directory.close();
    } finally {
      lifecycle.unlock();
    }
  }

  private void launchOnAnyPort() {
    long deadline = System.nanoTime() + PREDECESSOR_TIMEOUT.toNanos();
    int portsTaken = 0;
    while (true) {
      port = ports.next();
      var failure = launch(port);
      if (failure.isEmpty()) {
        return;
      }
      var kind = failure.get().kind();
      if (kind == StartFailure.Kind.PORT_TAKEN && portsTaken < TRIES_FOR_A_PORT) {
        portsTaken++;
        LOG.info("Port {} is taken: trying another", port);
      } else if (kind == StartFailure.Kind.PREDECESSOR_ENDING && System.nanoTime() < deadline) {
        pause();
      } else {
        throw unavailable(failure.get());
      }
    }
  }

  /// Starts a postmaster and waits until it accepts connections.
  ///
  /// @return why it did not, if it did not
  private Optional<StartFailure> launch(int onPort) {
    var database = files.database();
    var output = directory.directory().resolve("postgres.start");
    var log = PostgresLog.of(database);
    try {
      var mark = log.end();
      var started =
          Postmaster.launch(files.installation(), database, onPort, output, this::crashed);
      postmaster = started;
      if (awaitReady(started, database)) {
        LOG.info("PostgreSQL accepts connections on port {} (pid {})", onPort, started.pid());
        return Optional.empty();
      }
      return Optional.of(reason(output, log, mark));
    } catch (IOException e) {
      throw StorageTrouble.with("the embedded PostgreSQL in " + database + " can't be started", e);
    }
  }

  /// Why a postmaster ended. Its log is written by another process, which may be a moment behind.
  private StartFailure reason(Path output, PostgresLog log, PostgresLog.Mark mark)
      throws IOException {
    long deadline = System.nanoTime() + LOG_DELAY.toNanos();
    while (true) {
      var said = Files.readString(output) + log.since(mark);
      if (StartFailure.isComplaint(said) || System.nanoTime() > deadline) {
        return StartFailure.from(said);
      }
      pause();
    }
  }

  private boolean awaitReady(Postmaster started, Path database) throws IOException {
    try {
      return started.awaitReady(database, config.startTimeout());
    } catch (IOException e) {
      started.stop(config.stopTimeout());
      throw e;
    }
  }

  private void crashed(int exitStatus) {
    var crash = new PostgresCrash(exitStatus, PostgresLog.of(files.database()).lastWords());
    LOG.error("PostgreSQL ended unasked with status {}: {}", crash.exitStatus(), crash.lastWords());
    onCrash.accept(crash);
  }

  private void stopLeftOver() {
    try {
      Postmaster.stopLeftOver(files.database(), config.stopTimeout());
    } catch (IOException e) {
      throw StorageTrouble.with("the database in " + files.data() + " can't be examined", e);
    }
  }

  private DatabaseUnavailable unavailable(StartFailure failure) {
    var why =
        failure.kind() == StartFailure.Kind.DISK_FULL ? "the disk is full" : failure.complaint();
    return new DatabaseUnavailable(
        "the embedded PostgreSQL in %s did not start: %s (more in %s)"
            .formatted(files.database(), why, PostgresLog.of(files.database()).directory()));
  }

  private boolean isUp() {
    return postmaster != null && postmaster.isAlive();
  }

  private static boolean isPassing(StartFailure failure) {
    return failure.kind() == StartFailure.Kind.PORT_TAKEN
        || failure.kind() == StartFailure.Kind.PREDECESSOR_ENDING;
  }

  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
  }
}
