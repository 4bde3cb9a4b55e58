package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.load.Latency;
import io.parley.bench.load.Troubles;
import io.parley.bench.machine.CpuReading;
import io.parley.bench.machine.MemoryReading;
import java.io.IOException;
import java.util.List;

/// How the figures that every load has look: in JSON the same names everywhere, in a table the same
/// columns.
final class Figures {
  private Figures() {}

  /// Writes the members of one row.
  interface RowWriter<R> {
    /// Writes them; the object around them is there.
    void write(JsonGenerator json, R row) throws IOException;
  }

  static <R> void rows(JsonGenerator json, List<R> rows, RowWriter<R> writer) throws IOException {
    json.writeStartArray();
    for (R row : rows) {
      json.writeStartObject();
      writer.write(json, row);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Three columns of a table: p50, p99 and p99.9, in milliseconds.
  static String columns(Latency latency) {
    return "%8.3f %8.3f %8.3f"
        .formatted(latency.p50() / 1e3, latency.p99() / 1e3, latency.p999() / 1e3);
  }

  static void latency(JsonGenerator json, String name, Latency latency) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("count", latency.count());
    json.writeNumberField("mean", latency.mean());
    json.writeNumberField("p50", latency.p50());
    json.writeNumberField("p90", latency.p90());
    json.writeNumberField("p95", latency.p95());
    json.writeNumberField("p99", latency.p99());
    json.writeNumberField("p999", latency.p999());
    json.writeNumberField("max", latency.max());
    json.writeEndObject();
  }

  /// What a run at a pace cost, and whether others disturbed it.
  ///
  /// @param disturbance how many processors programs that are not measured kept busy
  static void cost(
      JsonGenerator json, CpuReading cpu, long count, MemoryReading memory, double disturbance)
      throws IOException {
    cpu(json, cpu, count);
    memory(json, memory);
    json.writeNumberField("processors_used_by_others", disturbance);
  }

  static void cpu(JsonGenerator json, CpuReading cpu, long count) throws IOException {
    var each = cpu.perThousand(count);
    json.writeObjectFieldStart("cpu_seconds_per_1000");
    json.writeNumberField("server", each.server());
    json.writeNumberField("database", each.database());
    json.writeNumberField("together", each.serving());
    json.writeNumberField("generator", each.generator());
    json.writeEndObject();
  }

  static void memory(JsonGenerator json, MemoryReading memory) throws IOException {
    json.writeObjectFieldStart("memory_bytes");
    json.writeNumberField("server", memory.serverResident());
    json.writeNumberField("database", memory.databaseProportional());
    json.writeNumberField("together", memory.total());
    json.writeEndObject();
  }

  static void troubles(JsonGenerator json, Troubles troubles) throws IOException {
    json.writeObjectFieldStart("troubles");
    json.writeNumberField("lost", troubles.lost());
    json.writeNumberField("refused", troubles.refused());
    json.writeNumberField("strays", troubles.strays());
    json.writeNumberField("disordered", troubles.disordered());
    if (!troubles.firstRefusal().isEmpty()) {
      json.writeStringField("first_refusal", troubles.firstRefusal());
    }
    json.writeEndObject();
  }
}
