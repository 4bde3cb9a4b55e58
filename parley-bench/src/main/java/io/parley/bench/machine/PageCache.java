package io.parley.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the system keeps in memory of the files that were read.
public final class PageCache {
  private static final Path SWITCH = Path.of("/proc/sys/vm/drop_caches");

  private PageCache() {}

  /// Has the system forget all of it, so that the next program reads from the disk.
  ///
  /// @return whether this process may do that
  public static boolean drop() throws InterruptedException {
    try {
      new ProcessBuilder("sync").start().waitFor();
      Files.writeString(SWITCH, "1");
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
