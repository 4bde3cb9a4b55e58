package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.archive.ArchiveFigures;
import io.parley.bench.machine.MemoryReading;
import java.io.IOException;

/// Searching in archives.
///
/// @param name the part's name, which says how large they were
/// @param events how many events there were
/// @param fillSeconds how long the generator took to write them
/// @param indexSeconds how long the server took afterwards to index them
/// @param memory what the server and its database had at the end
public record ArchivesSection(
    String name,
    long events,
    double fillSeconds,
    double indexSeconds,
    ArchiveFigures figures,
    MemoryReading memory)
    implements Section {

  @Override
  public String table() {
    return "%s: %d events, written in %.0f s, indexed in another %.0f s; %.0f MiB (database %.0f)%n"
            .formatted(
                name, events, fillSeconds, indexSeconds, memory.totalMib(), memory.databaseMib())
        + figures.table();
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("events", events);
    json.writeNumberField("fill_seconds", fillSeconds);
    json.writeNumberField("index_seconds", indexSeconds);
    Figures.memory(json, memory);
    json.writeArrayFieldStart("kinds");
    for (var row : figures.rows()) {
      json.writeStartObject();
      json.writeStringField("kind", row.title());
      Figures.latency(json, "micros", row.latency());
      json.writeEndObject();
    }
    json.writeEndArray();
    Figures.latency(json, "searches_micros", figures.searches());
    json.writeEndObject();
  }
}
