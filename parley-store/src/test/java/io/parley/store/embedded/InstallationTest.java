package io.parley.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.parley.store.database.DatabaseUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

  @TempDir private Path directory;

  @Test
  void shouldUnpackOnceAndReplaceWhatIsDamaged() throws IOException {
    var binaries = Binaries.in(directory);
    var server = Path.of(binaries.program("postgres"));
    var unpackedAt = Files.getLastModifiedTime(server);
    assertThat(Binaries.in(directory)).isEqualTo(binaries);
    assertThat(Files.getLastModifiedTime(server)).isEqualTo(unpackedAt);

    Files.delete(server);
    Binaries.in(directory);

    assertThat(server).isExecutable();
    try (var entries = Files.list(directory)) {
      assertThat(entries.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder(
              binaries.directory().getFileName().toString(), ".unpacking.lock");
    }
  }

  @Test
  void shouldThrowAwayWhatWasHalfUnpacked() throws IOException {
    var half = Files.createDirectories(directory.resolve(".unpacking-1").resolve("bin"));

    Binaries.in(directory);

    assertThat(half).doesNotExist();
  }

  @Test
  void shouldUseTheDataDirectoryWhenTheCacheCanNotBeWritten() throws IOException {
    var file = Files.writeString(directory.resolve("cache"), "");

    var installation = Installation.find(file, directory, Launcher.ownWays());

    assertThat(installation.binaries().directory()).hasParent(directory);
  }

  @Test
  void shouldSayWhatToDoWhenNothingRuns() {
    var missing = new Launcher("by magic", List.of("no-such-program"), Optional.empty());
    assumeTrue(!isRoot());

    assertThatThrownBy(() -> Installation.find(TestServers.CACHE, directory, List.of(missing)))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("by magic: ")
        .hasMessageContaining("--database-url");
  }

  @Test
  void shouldRunInANamespaceAsRoot() {
    assumeTrue(isRoot());

    var launcher = TestServers.installation(directory).launcher();

    assertThat(launcher.name()).isIn("in a user namespace", "as user postgres", "as user nobody");
  }

  @Test
  void shouldRunAsAnotherUserWhereNamespacesAreForbidden() throws Exception {
    assumeTrue(isRoot());
    var data = directory.resolve("data");
    Files.createDirectories(
        data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    openTo(data);
    var installation = Installation.find(data, data, List.of());
    assertThat(installation.launcher().user()).isPresent();
    var files = new DatabaseFiles(data.toRealPath(), installation);
    files.prepare(TestServers.config(data), TestServers.random());
    assertThat(Files.getOwner(files.database()).getName())
        .isEqualTo(installation.launcher().user().get());

    var postmaster =
        Postmaster.launch(
            installation,
            files.database(),
            Ports.from(TestServers.random()).next(),
            data.resolve("postgres.start"),
            _ -> {});
    assertThat(postmaster.awaitReady(files.database(), Duration.ofSeconds(20))).isTrue();
    postmaster.stop(Duration.ofSeconds(10));

    try (var postgres = TestServers.start(data)) {
      assertThat(TestServers.ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void shouldFindTheSharedCacheWhereTheSystemHasIt() {
    var data = Path.of("/data");

    assertThat(EmbeddedPostgresConfig.defaults(data, Map.of("XDG_CACHE_HOME", "/c")).cache())
        .isEqualTo(Path.of("/c/parley"));
    assertThat(EmbeddedPostgresConfig.defaults(data, Map.of("HOME", "/home/a")).cache())
        .isEqualTo(Path.of("/home/a/.cache/parley"));
    assertThat(EmbeddedPostgresConfig.defaults(data, Map.of()).cache()).isEqualTo(data);
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /// Temporary directories are closed to other users; their parents have to let them through.
  private void openTo(Path path) throws IOException {
    for (var at = path; at != null && at.startsWith(directory); at = at.getParent()) {
      Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
