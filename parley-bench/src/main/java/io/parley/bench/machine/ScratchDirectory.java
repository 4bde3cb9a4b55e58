package io.parley.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Directories that hold nothing worth keeping.
public final class ScratchDirectory {
  private ScratchDirectory() {}

  /// An empty directory in this place, whatever lay there before.
  public static Path fresh(Path directory) throws IOException {
    delete(directory);
    return Files.createDirectories(directory);
  }

  /// Removes a directory with all that is in it, if it exists.
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
