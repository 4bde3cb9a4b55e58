package io.parley.store.embedded;

import io.parley.store.database.DatabaseUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The claim of one Parley on its data directory. The system drops it when the process ends,
/// however it ends, so there is no stale lock to clear.
public final class DirectoryLock implements AutoCloseable {

  private static final String LOCK = "parley.lock";
  private static final String PID = "parley.pid";

  /// Directories held by this process. Asked first, because opening and closing a locked file a
  /// second time in one process would drop the first lock.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /// Makes the directory if it is not there and claims it.
  ///
  /// @throws DatabaseUnavailable when another Parley has it, or it can't be written
  public static DirectoryLock acquire(Path data) {
    try {
      var directory = Files.createDirectories(data.toAbsolutePath()).toRealPath();
      if (!HELD_HERE.add(directory)) {
        throw inUse(directory);
      }
      try {
        return new DirectoryLock(directory, lock(directory));
      } catch (IOException | RuntimeException e) {
        HELD_HERE.remove(directory);
        throw e;
      }
    } catch (IOException e) {
      throw StorageTrouble.with("data directory " + data + " can't be used", e);
    }
  }

  /// The directory, absolute and without symbolic links.
  public Path directory() {
    return directory;
  }

  /// Gives the directory up.
  @Override
  public void close() {
    try {
      Files.deleteIfExists(directory.resolve(PID));
      channel.close();
    } catch (IOException e) {
      throw StorageTrouble.with("data directory " + directory + " can't be released", e);
    } finally {
      HELD_HERE.remove(directory);
    }
  }

  private static FileChannel lock(Path directory) throws IOException {
    var channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw inUse(directory);
      }
      Files.writeString(directory.resolve(PID), ProcessHandle.current().pid() + "\n");
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static DatabaseUnavailable inUse(Path directory) {
    return new DatabaseUnavailable(
        "data directory %s is in use by another Parley (pid %s)"
            .formatted(directory, holder(directory)));
  }

  private static String holder(Path directory) {
    try {
      return Files.readString(directory.resolve(PID)).strip();
    } catch (IOException _) {
      return "unknown";
    }
  }
}
