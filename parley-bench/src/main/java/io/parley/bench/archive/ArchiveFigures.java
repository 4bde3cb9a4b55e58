package io.parley.bench.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.load.Latency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How long archives took.
///
/// @param searches all requests together that searched for a text
public record ArchiveFigures(List<Row> rows, Latency searches) {

  /// The figures of one kind of requests.
  public record Row(String title, Latency latency) {}

  /// The figures as a table.
  public String table() {
    var table =
        new StringBuilder(
            """
            | archives by | requests | p50 ms | p95 ms | p99 ms | max ms |
            | --- | ---: | ---: | ---: | ---: | ---: |
            """);
    rows.forEach(row -> table.append(line(row.title(), row.latency())));
    return table.append(line("**every search**", searches)).toString();
  }

  private static String line(String title, Latency latency) {
    return "| %s | %d | %.1f | %.1f | %.1f | %.1f |%n"
        .formatted(
            title,
            latency.count(),
            latency.p50() / 1e3,
            latency.p95() / 1e3,
            latency.p99() / 1e3,
            latency.max() / 1e3);
  }

  /// Writes the figures as JSON, in milliseconds.
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(Files.newBufferedWriter(file))
            .useDefaultPrettyPrinter()) {
      json.writeStartObject();
      for (Row row : rows) {
        write(json, row.title(), row.latency());
      }
      write(json, "every search", searches);
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, String title, Latency latency) throws IOException {
    json.writeObjectFieldStart(title);
    json.writeNumberField("requests", latency.count());
    json.writeNumberField("p50", latency.p50() / 1e3);
    json.writeNumberField("p95", latency.p95() / 1e3);
    json.writeNumberField("p99", latency.p99() / 1e3);
    json.writeNumberField("max", latency.max() / 1e3);
    json.writeEndObject();
  }
}
