package io.parley.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerDatabaseTest {
  @TempDir private Path data;

  @Test
  void shouldTakeAddressesInBothForms() {
    assertThat(ServerDatabase.jdbcUrl("jdbc:postgresql://h/d")).isEqualTo("jdbc:postgresql://h/d");
    assertThat(ServerDatabase.jdbcUrl("postgres://me:a%26b@h:5433/d"))
        .isEqualTo("jdbc:postgresql://h:5433/d?user=me&password=a%26b");
    assertThat(ServerDatabase.jdbcUrl("postgresql://h/d")).isEqualTo("jdbc:postgresql://h/d");
  }

  @Test
  void shouldFindTheEmbeddedDatabase() throws IOException {
    Files.createDirectories(data.resolve("db"));
    Files.writeString(data.resolve("db/postmaster.pid"), "1\n/data\n0\n5555\n");
    Files.writeString(data.resolve("postgres.password"), "s3cret+\n");

    assertThat(ServerDatabase.embeddedIn(data))
        .isEqualTo("jdbc:postgresql://127.0.0.1:5555/postgres?user=parley&password=s3cret%2B");
  }

  @Test
  void shouldSayThatNoServerRuns() {
    assertThatThrownBy(() -> ServerDatabase.embeddedIn(data))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no server runs on");
  }
}
