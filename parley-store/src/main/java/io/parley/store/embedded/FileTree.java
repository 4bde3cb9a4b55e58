package io.parley.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whole directories at once.
final class FileTree {

  private FileTree() {}

  /// Removes a directory with everything in it; one that is not there is no failure.
  static void delete(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// Removes the directories in `parent` whose name begins with `prefix`.
  static void deleteAll(Path parent, String prefix) throws IOException {
    try (var entries = Files.newDirectoryStream(parent, prefix + "*")) {
      for (var entry : entries) {
        delete(entry);
      }
    }
  }

  /// Waits until everything below is on disk, directories included. The disk is asked for many
  /// files at once, which it answers together.
  static void force(Path root) throws IOException {
    try {
      paths(root).parallelStream()
          .filter(path -> !Files.isSymbolicLink(path))
          .forEach(FileTree::forceUnchecked);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Waits until one file, or the names in one directory, are on disk.
  static void forceOne(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Gives everything below to another user.
  static void give(Path root, UserPrincipal owner) throws IOException {
    for (var path : paths(root)) {
      Files.setAttribute(path, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static List<Path> paths(Path root) throws IOException {
    var paths = new ArrayList<Path>();
    try (var walk = Files.walk(root)) {
      walk.forEach(paths::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return paths;
  }

  private static void forceUnchecked(Path path) {
    try {
      forceOne(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
