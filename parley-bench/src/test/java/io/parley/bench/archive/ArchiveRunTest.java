package io.parley.bench.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.parley.bench.load.ServerRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveRunTest {
  @TempDir private Path directory;

  @Test
  void shouldMeasureEveryKindOfRequest() throws IOException {
    var asked = new ArrayList<String>();
    ArchiveClient client =
        (body, _) -> {
          asked.add(body);
          return "{\"next_page_id\":\"id\"}";
        };

    var figures = new ArchiveRun(client, 50).run(1);
    figures.writeJson(directory.resolve("figures.json"));

    assertThat(asked).allSatisfy(ArchiveRunTest::isJson);
    assertThat(figures.rows()).hasSize(ArchiveRequest.values().length);
    assertThat(figures.rows()).allSatisfy(row -> assertThat(row.latency().count()).isIn(10L, 50L));
    assertThat(figures.searches().count()).isEqualTo(8 * 50 + 10);
    assertThat(figures.table()).contains("| a rare word | 50 |");
    assertThat(Files.readString(directory.resolve("figures.json"))).contains("\"every search\"");
  }

  private static void isJson(String text) {
    try (JsonParser json = new JsonFactory().createParser(text)) {
      assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      json.skipChildren();
      assertThat(json.nextToken()).isNull();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldAskTheSameForTheSameSeed() {
    assertThat(asked(7)).isEqualTo(asked(7)).isNotEqualTo(asked(8));
  }

  private static List<String> asked(long seed) {
    var asked = new ArrayList<String>();
    new ArchiveRun(
            (body, _) -> {
              asked.add(body);
              return "{\"next_page_id\":\"id\"}";
            },
            5)
        .run(seed);
    return asked;
  }

  @Test
  void shouldFollowPagesByTheirIds() {
    var asked = new ArrayList<String>();
    new ArchiveRun(
            (body, _) -> {
              asked.add(body);
              return "{\"next_page_id\":\"" + asked.size() + "\"}";
            },
            50)
        .run(1);

    assertThat(asked.stream().filter(body -> body.contains("page_id"))).hasSize(108);
    for (int i = 1; i < asked.size(); i++) {
      if (asked.get(i).contains("page_id")) {
        assertThat(asked.get(i)).endsWith(",\"page_id\":\"" + i + "\"}");
      }
    }
  }

  @Test
  void shouldRefuseToMeasureDeepPagesWhereThereAreNone() {
    assertThatThrownBy(() -> new ArchiveRun((_, _) -> "{}", 1).run(1))
        .isInstanceOf(ServerRefusal.class);
  }
}
