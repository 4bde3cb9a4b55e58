package io.parley.store.embedded;

import io.parley.store.database.DatabaseUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL's programs, unpacked in a directory that is either whole or not there.
///
/// They are unpacked aside, made durable and renamed into place, with a list of every file and its
/// size; a directory that does not match its list (someone cleaned up) is replaced.
///
/// @param directory holds `bin`, `lib` and `share`
record Binaries(Path directory) {

  private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
  private static final String FILES = "files";
  private static final String UNPACKING = ".unpacking-";
  private static final String DAMAGED = ".damaged-";

  /// Held around the file lock, which knows processes but not threads.
  private static final ReentrantLock UNPACKING_HERE = new ReentrantLock();

  /// Finds the programs below a directory, unpacking them first if they are not there.
  ///
  /// @throws IOException when the directory can't be written
  /// @throws DatabaseUnavailable when there are none for this system
  static Binaries in(Path parent) throws IOException {
    var name =
        "postgres-%s-%s".formatted(version(), Archive.architecture(System.getProperty("os.arch")));
    var directory = parent.resolve(name);
    if (!isWhole(directory)) {
      unpackOnce(parent, directory);
    }
    return new Binaries(directory);
  }

  /// The version of the programs that this program was built with.
  static String version() {
    try (InputStream text = Binaries.class.getResourceAsStream("postgres.properties")) {
      var properties = new Properties();
      properties.load(text);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The number that decides whether a data directory fits: 17 for 17.5.
  static String majorVersion() {
    return version().split("\\.", 2)[0];
  }

  /// The file of one program.
  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  private static void unpackOnce(Path parent, Path directory) throws IOException {
    Files.createDirectories(parent);
    UNPACKING_HERE.lock();
    try (var channel =
            FileChannel.open(
                parent.resolve(".unpacking.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (lock.isValid() && !isWhole(directory)) {
        FileTree.deleteAll(parent, UNPACKING);
        FileTree.deleteAll(parent, DAMAGED);
        unpack(parent, directory);
      }
    } finally {
      UNPACKING_HERE.unlock();
    }
  }

  private static void unpack(Path parent, Path directory) throws IOException {
    var archive =
        Archive.forSystem(System.getProperty("os.name"), System.getProperty("os.arch"))
            .orElseThrow(
                () ->
                    new DatabaseUnavailable(
                        "there is no embedded PostgreSQL for this system; give a PostgreSQL of your own with --database-url"));
    LOG.info("Unpacking PostgreSQL {} to {}", version(), directory);
    var aside = Files.createTempDirectory(parent, UNPACKING);
    try {
      archive.unpack(aside);
      Files.write(aside.resolve(FILES), list(aside));
      Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
      FileTree.force(aside);
      if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(directory, Files.createTempDirectory(parent, DAMAGED).resolve("old"));
        FileTree.deleteAll(parent, DAMAGED);
      }
      Files.move(aside, directory);
      FileTree.forceOne(parent);
    } catch (IOException | RuntimeException e) {
      FileTree.delete(aside);
      throw e;
    }
  }

  private static List<String> list(Path root) throws IOException {
    var lines = new ArrayList<String>();
    try (var walk = Files.walk(root)) {
      for (var path : (Iterable<Path>) walk::iterator) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          lines.add(Files.size(path) + " " + root.relativize(path));
        }
      }
    }
    return lines;
  }

  private static boolean isWhole(Path directory) {
    try {
      for (var line : Files.readAllLines(directory.resolve(FILES))) {
        var sizeAndName = line.split(" ", 2);
        if (Files.size(directory.resolve(sizeAndName[1])) != Long.parseLong(sizeAndName[0])) {
          return false;
        }
      }
      return true;
    } catch (IOException | RuntimeException _) {
      return false;
    }
  }
}
