package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.machine.MemoryReading;
import java.io.IOException;
import java.util.List;

/// Memory over time at full load.
///
/// @param samples in the order of time; the first is taken after the warm-up
/// @param operationsPerSecond of the load, the pauses of the forced collections included
/// @param troubles what went wrong meanwhile, in brief
public record GrowthSection(List<Sample> samples, double operationsPerSecond, String troubles)
    implements Section {

  private static final double MIB = 1 << 20;

  /// How many samples at each end are compared: one alone sees what happened to be in flight.
  private static final int AT_EACH_END = 3;

  /// One look.
  ///
  /// @param minutes since the first one
  /// @param heapBytes what is in use on the heap after a full collection
  public record Sample(double minutes, long heapBytes, MemoryReading memory) {}

  /// By which part the heap has grown: the average of the last samples against that of the first.
  public double growth() {
    if (samples.size() < 2) {
      return 0;
    }
    var count = Math.min(AT_EACH_END, samples.size() / 2);
    var first = average(samples.subList(0, count));
    var last = average(samples.subList(samples.size() - count, samples.size()));
    return last / first - 1;
  }

  /// By how many bytes a minute the heap grows, as the straight line says that fits all samples
  /// best.
  public double bytesPerMinute() {
    var minutes = samples.stream().mapToDouble(Sample::minutes).average().orElse(0);
    var heap = average(samples);
    var above = 0.0;
    var below = 0.0;
    for (var sample : samples) {
      above += (sample.minutes - minutes) * (sample.heapBytes - heap);
      below += (sample.minutes - minutes) * (sample.minutes - minutes);
    }
    return below == 0 ? 0 : above / below;
  }

  private static double average(List<Sample> samples) {
    return samples.stream().mapToLong(Sample::heapBytes).average().orElse(0);
  }

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String table() {
    var table =
        new StringBuilder(
            "growth: heap %+.1f %% (%+.2f MiB a minute) at %.0f operations/s, lost %s%n"
                .formatted(100 * growth(), bytesPerMinute() / MIB, operationsPerSecond, troubles));
    for (var sample : samples) {
      table.append(
          "  after %4.1f min: heap %.1f MiB, server %.0f MiB, database %.0f MiB%n"
              .formatted(
                  sample.minutes,
                  sample.heapBytes / MIB,
                  sample.memory.serverMib(),
                  sample.memory.databaseMib()));
    }
    return table.toString();
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("growth", growth());
    json.writeNumberField("bytes_per_minute", bytesPerMinute());
    json.writeNumberField("operations_per_second", operationsPerSecond);
    json.writeStringField("troubles", troubles);
    json.writeArrayFieldStart("samples");
    for (var sample : samples) {
      json.writeStartObject();
      json.writeNumberField("minutes", sample.minutes);
      json.writeNumberField("heap_bytes_after_collection", sample.heapBytes);
      Figures.memory(json, sample.memory);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
