package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.load.Latency;
import java.io.IOException;

/// How often a second the disk makes a page durable.
///
/// @param latency of one page, written and synced
public record DiskSection(Latency latency) implements Section {
  private static final double MICROS = 1e6;

  /// Pages a second, one after the other.
  public double rate() {
    return MICROS / latency.mean();
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public String table() {
    return "disk: 8 KiB written and synced %.0f times/s; p50 %.3f, p99 %.3f, p99.9 %.3f ms%n"
        .formatted(rate(), latency.p50() / 1e3, latency.p99() / 1e3, latency.p999() / 1e3);
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("syncs_per_second", rate());
    Figures.latency(json, "sync_micros", latency);
    json.writeEndObject();
  }
}
