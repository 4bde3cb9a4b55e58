package io.parley.bench.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL of our own with nothing in it, durable as ever (`fsync` and `synchronous_commit`
/// on), deleted when closed.
public final class ScratchPostgres implements AutoCloseable {
  private static final int ATTEMPTS = 150;
  private static final long PAUSE_MILLIS = 100;

  private final Path directory;
  private final Process process;
  private final int port;

  private ScratchPostgres(Path directory, Process process, int port) {
    this.directory = directory;
    this.process = process;
    this.port = port;
  }

  /// Makes a cluster and starts it.
  ///
  /// @param programs where `initdb` and `postgres` lie
  /// @param directory where it may live; emptied before
  public static ScratchPostgres start(Path programs, Path directory)
      throws IOException, InterruptedException {
    ScratchDirectory.fresh(directory);
    var data = directory.toAbsolutePath().resolve("data");
    var log = directory.resolve("log").toFile();
    var initdb =
        command(
            programs.resolve("initdb").toString(),
            "-D",
            data.toString(),
            "-U",
            "bench",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C");
    if (new ProcessBuilder(initdb).redirectErrorStream(true).redirectOutput(log).start().waitFor()
        != 0) {
      throw new IOException("initdb failed: " + Files.readString(log.toPath()));
    }
    var port = freePort();
    var process =
        new ProcessBuilder(
                command(
                    programs.resolve("postgres").toString(),
                    "-D",
                    data.toString(),
                    "-p",
                    Integer.toString(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories="))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    var started = new ScratchPostgres(directory, process, port);
    started.awaitReady();
    return started;
  }

  /// Where the database is reached.
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=bench";
  }

  /// The id of the postmaster's process.
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      ScratchDirectory.delete(directory);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    for (var attempt = 0; process.isAlive() && attempt < ATTEMPTS; attempt++) {
      try (var _ = DriverManager.getConnection(jdbcUrl())) {
        return;
      } catch (SQLException _) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
    close();
    throw new IOException("PostgreSQL did not start in " + directory);
  }

  /// PostgreSQL refuses to run as root: there, it runs in a user namespace in which it is somebody
  /// else.
  private static List<String> command(String... words) {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.addAll(List.of(words));
    return command;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
