package io.parley.store.embedded;

import static io.parley.store.embedded.TestServers.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.parley.store.database.DatabaseUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Every start that can't be: one line that says why, and the directory free again.
class RefusalsTest {

  /// Not removed: a file system that a test mounts may be busy for a moment after the test.
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path data;

  @Test
  void shouldRefuseADirectoryThatAnotherParleyUses() throws Exception {
    var other = ParleyStandIn.start(data);
    try {
      other.inputReader().readLine();

      assertRefused(data)
          .hasMessage(
              "data directory %s is in use by another Parley (pid %d)"
                  .formatted(data.toRealPath(), other.pid()));
    } finally {
      other.getOutputStream().close();
      other.destroy();
      other.waitFor();
    }
  }

  @Test
  void shouldRefuseASecondUseInOneProcessAndKeepTheFirst() {
    try (var first = start(data)) {
      assertRefused(data)
          .hasMessageContaining(
              "is in use by another Parley (pid " + ProcessHandle.current().pid() + ")");
      assertThat(ProcessHandle.of(first.pid())).isPresent();
    }
  }

  @Test
  void shouldRefuseADatabaseOfAnotherMajorVersion() throws IOException {
    start(data).close();
    var version = data.resolve("db").resolve("PG_VERSION");
    Files.writeString(version, "12\n");

    assertRefused(data)
        .hasMessageContaining("is of PostgreSQL 12, and this Parley brings PostgreSQL")
        .hasMessageContaining("pg_dump");

    Files.writeString(version, Binaries.majorVersion() + "\n");
    start(data).close();
  }

  @Test
  void shouldRefuseADirectoryThatHoldsSomethingElse() throws IOException {
    Files.createDirectories(data.resolve("db"));
    Files.writeString(data.resolve("db").resolve("letter.txt"), "Dear Sir");

    assertRefused(data).hasMessageContaining("holds no database of PostgreSQL, or a damaged one");
    assertThat(data.resolve("db").resolve("letter.txt")).exists();
  }

  @Test
  void shouldPassOnWhatPostgresComplainsAboutDamagedFiles() throws IOException {
    start(data).close();
    Files.write(data.resolve("db").resolve("global").resolve("pg_control"), new byte[8192]);

    assertRefused(data).hasMessageContaining("did not start: ").hasMessageContaining("/db/log)");
  }

  @Test
  void shouldRefuseAFileInPlaceOfADirectory() throws IOException {
    var file = Files.writeString(data.resolve("file"), "");

    assertRefused(file).hasMessageContaining(file + " is a file, not a directory");
  }

  @Test
  void shouldRefuseADirectoryThatCanNotBeWritten() {
    var unwritable = Path.of("/proc/parley");
    assumeTrue(Files.isDirectory(unwritable.getParent()));

    assertRefused(unwritable).hasMessageStartingWith("data directory /proc/parley can't be used: ");
  }

  @Test
  void shouldSayThatTheDiskIsFull() throws Exception {
    var small = Files.createDirectories(data.resolve("small"));
    assumeTrue(isDone("mount", "-t", "tmpfs", "-o", "size=20m", "parley-test", small.toString()));
    try {
      assertRefused(small).hasMessageContaining("the disk is full");
      assertThat(small.resolve("db")).doesNotExist();
    } finally {
      isDone("umount", small.toString());
    }
  }

  @Test
  void shouldSayThatTheDiskBecameFull() throws Exception {
    var small = Files.createDirectories(data.resolve("small"));
    assumeTrue(isDone("mount", "-t", "tmpfs", "-o", "size=80m", "parley-test", small.toString()));
    try {
      start(small).close();
      isDone("sh", "-c", "cat /dev/zero > " + small.resolve("filling"));

      assertRefused(small).hasMessageContaining("the disk is full");

      Files.delete(small.resolve("filling"));
      start(small).close();
    } finally {
      isDone("umount", small.toString());
    }
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path directory) {
    return assertThatThrownBy(() -> start(directory))
        .isInstanceOf(DatabaseUnavailable.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
  }

  private static boolean isDone(String... command) throws Exception {
    return new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
