package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.machine.MemoryReading;
import java.io.IOException;
import java.util.List;

/// Starts of a server that serves nobody yet.
///
/// @param kinds the kinds of starts
/// @param idle what a server without a license and without connections has in memory with its
/// database
/// @param collected the same after a full garbage collection
public record StartSection(List<Kind> kinds, MemoryReading idle, MemoryReading collected)
    implements Section {

  /// Starts under the same circumstances, each from calling the launcher to its line `ready`.
  ///
  /// @param title the circumstances
  /// @param seconds how long each took
  /// @param cpuSeconds the processor time that server and database had used by then, on average
  public record Kind(String title, List<Double> seconds, double cpuSeconds) {
    /// The one in the middle.
    public double median() {
      var sorted = seconds.stream().sorted().toList();
      var middle = sorted.size() / 2;
      return sorted.size() % 2 == 1
          ? sorted.get(middle)
          : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private double shortest() {
      return seconds.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    private double longest() {
      return seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String table() {
    var table = new StringBuilder();
    for (var kind : kinds) {
      table.append(
          "start, %s: ready after %.2f s (%.2f to %.2f, %d starts), %.2f s of processor time%n"
              .formatted(
                  kind.title,
                  kind.median(),
                  kind.shortest(),
                  kind.longest(),
                  kind.seconds.size(),
                  kind.cpuSeconds));
    }
    return table
        .append(
            "idle server: %.0f MiB, its database %.0f MiB, together %.0f MiB; collected %.0f + %.0f = %.0f MiB%n"
                .formatted(
                    idle.serverMib(),
                    idle.databaseMib(),
                    idle.totalMib(),
                    collected.serverMib(),
                    collected.databaseMib(),
                    collected.totalMib()))
        .toString();
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("starts");
    for (var kind : kinds) {
      json.writeStartObject();
      json.writeStringField("kind", kind.title);
      json.writeNumberField("median_seconds", kind.median());
      json.writeArrayFieldStart("seconds");
      for (double seconds : kind.seconds) {
        json.writeNumber(seconds);
      }
      json.writeEndArray();
      json.writeNumberField("cpu_seconds", kind.cpuSeconds);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("idle_server");
    Figures.memory(json, idle);
    json.writeEndObject();
    json.writeObjectFieldStart("idle_server_after_collection");
    Figures.memory(json, collected);
    json.writeEndObject();
    json.writeEndObject();
  }
}
