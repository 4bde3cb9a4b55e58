package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.load.StormOutcome;
import java.io.IOException;
import java.util.List;

/// Everybody who comes back at once.
public record StormSection(List<Row> rows) implements Section {
  /// One storm over one server.
  public record Row(String server, StormOutcome outcome) {}

  @Override
  public String name() {
    return "storm";
  }

  @Override
  public String table() {
    var table = new StringBuilder();
    for (var row : rows) {
      var outcome = row.outcome;
      table.append(
          ("%s: %d logins (%d agents') in %.1f s, %.0f/s; from connecting to the answer p50 %.1f, p99 %.1f, p99.9 %.1f ms;"
                  + " cpu %.3f s for 1,000 (database %.3f); %.0f MiB (database %.0f); %d pushes meanwhile; %d failed %s%n")
              .formatted(
                  row.server,
                  outcome.connections(),
                  outcome.agents(),
                  outcome.seconds(),
                  outcome.rate(),
                  outcome.login().p50() / 1e3,
                  outcome.login().p99() / 1e3,
                  outcome.login().p999() / 1e3,
                  outcome.cpu().perThousand(outcome.connections()).serving(),
                  outcome.cpu().perThousand(outcome.connections()).database(),
                  outcome.memory().totalMib(),
                  outcome.memory().databaseMib(),
                  outcome.pushes(),
                  outcome.failed(),
                  outcome.firstFailure()));
    }
    return table.toString();
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    Figures.rows(json, rows, StormSection::write);
  }

  private static void write(JsonGenerator json, Row row) throws IOException {
    var outcome = row.outcome;
    json.writeStringField("server", row.server);
    json.writeNumberField("connections", outcome.connections());
    json.writeNumberField("agents", outcome.agents());
    json.writeNumberField("seconds", outcome.seconds());
    json.writeNumberField("logins_per_second", outcome.rate());
    Figures.latency(json, "connecting_micros", outcome.connecting());
    Figures.latency(json, "login_micros", outcome.login());
    json.writeNumberField("pushes", outcome.pushes());
    json.writeNumberField("failed", outcome.failed());
    if (!outcome.firstFailure().isEmpty()) {
      json.writeStringField("first_failure", outcome.firstFailure());
    }
    Figures.cpu(json, outcome.cpu(), outcome.connections());
    Figures.memory(json, outcome.memory());
  }
}
