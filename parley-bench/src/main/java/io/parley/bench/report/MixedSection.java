package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.load.Latency;
import io.parley.bench.load.MixedOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Everything that people do, mixed.
public record MixedSection(List<Row> rows) implements Section {
  /// One run against one server.
  ///
  /// @param run `closed` or the rate
  public record Row(String server, String run, MixedOutcome outcome) {}

  @Override
  public String name() {
    return "mixed";
  }

  @Override
  public String table() {
    var table = new StringBuilder();
    for (var row : rows) {
      var outcome = row.outcome;
      table.append(
          "%s, %s, %d chats: %.0f operations/s, cpu %.4f s for 1,000 (database %.4f), %.0f MiB (database %.0f), others %.2f, lost %s%n"
              .formatted(
                  row.server,
                  row.run,
                  outcome.desks(),
                  outcome.rate(),
                  outcome.cpu().perThousand(outcome.operations()).serving(),
                  outcome.cpu().perThousand(outcome.operations()).database(),
                  outcome.memory().totalMib(),
                  outcome.memory().databaseMib(),
                  outcome.disturbance(),
                  outcome.troubles().brief()));
      table.append("  %-18s %6s %9s %9s %9s%n".formatted("ms", "share", "p50", "p99", "p99.9"));
      for (var kind : outcome.kinds()) {
        table.append(line(kind.operation().title(), 100 * outcome.share(kind), kind.latency()));
      }
      table.append(line("all", 100, outcome.all()));
    }
    return table.toString();
  }

  private static String line(String title, double percent, Latency latency) {
    return "  %-18s %5.1f%% %9.3f %9.3f %9.3f%n"
        .formatted(title, percent, latency.p50() / 1e3, latency.p99() / 1e3, latency.p999() / 1e3);
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    Figures.rows(json, rows, MixedSection::write);
  }

  private static void write(JsonGenerator json, Row row) throws IOException {
    var outcome = row.outcome;
    json.writeStringField("server", row.server);
    json.writeStringField("run", row.run);
    json.writeNumberField("chats", outcome.desks());
    json.writeNumberField("operations", outcome.operations());
    json.writeNumberField("seconds", outcome.seconds());
    json.writeNumberField("operations_per_second", outcome.rate());
    json.writeObjectFieldStart("kinds");
    for (var kind : outcome.kinds()) {
      json.writeObjectFieldStart(kind.operation().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("share", outcome.share(kind));
      Figures.latency(json, "micros", kind.latency());
      json.writeEndObject();
    }
    json.writeEndObject();
    Figures.latency(json, "all_micros", outcome.all());
    Figures.cost(
        json, outcome.cpu(), outcome.operations(), outcome.memory(), outcome.disturbance());
    Figures.troubles(json, outcome.troubles());
  }
}
