package io.parley.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The file in which a postmaster writes who and how far it is.
///
/// @param pid its process
/// @param port where it listens; 0 before it does
/// @param status `starting`, `ready`, `stopping`, or empty before the first
record PostmasterPid(long pid, int port, String status) {

  private static final String NAME = "postmaster.pid";
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /// What the file in a database's directory says; nothing when there is none, or none that can be
  /// read.
  static Optional<PostmasterPid> read(Path database) throws IOException {
    try {
      var lines = Files.readAllLines(database.resolve(NAME));
      var status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
      int port = lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
      return Optional.of(new PostmasterPid(Long.parseLong(lines.getFirst().strip()), port, status));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (RuntimeException _) {
      return Optional.of(new PostmasterPid(0, 0, ""));
    }
  }

  static void delete(Path database) throws IOException {
    Files.deleteIfExists(database.resolve(NAME));
  }

  /// Whether the process is alive and really works in that directory, and its number has not gone
  /// to another program since.
  boolean isAliveIn(Path database) {
    var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (process.isEmpty() || pid <= 0) {
      return false;
    }
    try {
      return Path.of("/proc", Long.toString(pid), "cwd").toRealPath().equals(database);
    } catch (IOException _) {
      return !Files.isDirectory(Path.of("/proc/self"))
          && process.get().info().arguments().stream()
              .anyMatch(arguments -> String.join(" ", arguments).contains(database.toString()));
    }
  }
}
