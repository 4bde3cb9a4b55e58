package io.parley.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSyncTest {
  @TempDir private Path directory;

  @Test
  void shouldSyncForATimeAndLeaveNothing() throws IOException {
    var nanos = DiskSync.measure(directory.resolve("disk"), Duration.ofMillis(50));

    assertThat(nanos.getTotalCount()).isPositive();
    assertThat(directory.resolve("disk")).isEmptyDirectory();
  }
}
