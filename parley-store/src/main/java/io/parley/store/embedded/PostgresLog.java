package io.parley.store.embedded;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What PostgreSQL writes while it runs: files in `db/log` that it begins anew by size and by day,
/// and whose names sort by time.
///
/// @param directory where the files are
record PostgresLog(Path directory) {

  private static final int KEPT_FILES = 10;
  private static final long TAIL_BYTES = 16_384;

  static PostgresLog of(Path database) {
    return new PostgresLog(database.resolve("log"));
  }

  /// A place in the log: what comes after it was written later.
  record Mark(Path file, long size) {}

  /// Removes all but the newest files.
  void prune() throws IOException {
    for (var old : files().stream().skip(KEPT_FILES).toList()) {
      Files.delete(old);
    }
  }

  /// The end of the log.
  Mark end() throws IOException {
    var files = files();
    return files.isEmpty()
        ? new Mark(directory, 0)
        : new Mark(files.getFirst(), Files.size(files.getFirst()));
  }

  /// What has been written since, or the last part of it.
  String since(Mark mark) throws IOException {
    var files = files();
    if (files.isEmpty()) {
      return "";
    }
    var newest = files.getFirst();
    return read(newest, newest.equals(mark.file()) ? mark.size() : 0);
  }

  /// The last complaint in the log, or an empty text.
  String lastWords() {
    try {
      return StartFailure.lastComplaint(since(new Mark(directory, 0)).lines().toList()).orElse("");
    } catch (IOException _) {
      return "";
    }
  }

  private static String read(Path file, long from) throws IOException {
    try (var channel = FileChannel.open(file)) {
      long start = Math.max(from, channel.size() - TAIL_BYTES);
      var tail = Channels.newInputStream(channel.position(start)).readAllBytes();
      return new String(tail, StandardCharsets.UTF_8);
    }
  }

  /// Newest first.
  private List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    if (Files.isDirectory(directory)) {
      try (var entries = Files.newDirectoryStream(directory, "*.log")) {
        entries.forEach(files::add);
      }
    }
    files.sort(Comparator.comparing(Path::getFileName).reversed());
    return files;
  }
}
