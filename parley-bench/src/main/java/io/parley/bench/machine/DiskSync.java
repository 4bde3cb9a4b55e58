package io.parley.bench.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// How often a second a disk makes one page durable, one after the other: what limits every commit.
public final class DiskSync {
  private static final int PAGE_BYTES = 8 * 1024;

  /// As large as a segment of PostgreSQL's log, and written before, as those are that it uses
  /// again: then a sync writes no directory and no length.
  private static final int FILE_BYTES = 16 << 20;

  private DiskSync() {}

  /// Writes pages to a file in a directory, each followed by `fdatasync`, and removes the file.
  ///
  /// @return how long each took, in nanoseconds
  public static Histogram measure(Path directory, Duration howLong) throws IOException {
    Files.createDirectories(directory);
    var file = directory.resolve("sync.probe");
    var nanos = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var page = ByteBuffer.allocateDirect(PAGE_BYTES);
      for (var at = 0; at < FILE_BYTES; at += PAGE_BYTES) {
        channel.write(page.clear(), at);
      }
      channel.force(true);
      var end = System.nanoTime() + howLong.toNanos();
      for (var at = 0; System.nanoTime() - end < 0; at = (at + PAGE_BYTES) % FILE_BYTES) {
        var begin = System.nanoTime();
        channel.write(page.clear(), at);
        channel.force(false);
        nanos.recordValue(System.nanoTime() - begin);
      }
    } finally {
      Files.deleteIfExists(file);
    }
    return nanos;
  }
}
