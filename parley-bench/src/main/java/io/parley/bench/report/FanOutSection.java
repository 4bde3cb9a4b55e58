package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.load.FanOutOutcome;
import java.io.IOException;
import java.util.List;

/// Chats that many agents follow.
public record FanOutSection(List<Row> rows) implements Section {
  /// One run against one server.
  ///
  /// @param run `closed` or the rate
  public record Row(String server, String run, FanOutOutcome outcome) {}

  private static final String HEAD =
      "%-15s %-8s %5s | %8s %9s | %8s %8s %8s | %8s %8s %8s | %9s %9s %7s | %7s | %s%n";
  private static final String ROW =
      "%-15s %-8s %5d | %8.0f %9.0f | %s | %s |" + " %9.4f %9.4f %7.2f | %7.0f | %s%n";

  @Override
  public String name() {
    return "fan-out";
  }

  @Override
  public String table() {
    var table = new StringBuilder();
    table.append(
        HEAD.formatted(
            "server",
            "run",
            "foll.",
            "msg/s",
            "pushes/s",
            "each p50",
            "p99",
            "p99.9",
            "last p50",
            "p99",
            "p99.9",
            "cpu s/1k",
            "of it db",
            "others",
            "MiB",
            "lost"));
    for (var row : rows) {
      var outcome = row.outcome;
      var cpu = outcome.cpu().perThousand(outcome.messages());
      table.append(
          ROW.formatted(
              row.server,
              row.run,
              outcome.followers(),
              outcome.rate(),
              outcome.pushRate(),
              Figures.columns(outcome.each()),
              Figures.columns(outcome.last()),
              cpu.serving(),
              cpu.database(),
              outcome.disturbance(),
              outcome.memory().totalMib(),
              outcome.troubles().brief()));
    }
    return table
        .append(
            "latencies in ms, to each agent and to the last agent; cpu s/1k: for 1,000 messages\n")
        .toString();
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    Figures.rows(json, rows, FanOutSection::write);
  }

  private static void write(JsonGenerator json, Row row) throws IOException {
    var outcome = row.outcome;
    json.writeStringField("server", row.server);
    json.writeStringField("run", row.run);
    json.writeNumberField("followers", outcome.followers());
    json.writeNumberField("messages", outcome.messages());
    json.writeNumberField("seconds", outcome.seconds());
    json.writeNumberField("messages_per_second", outcome.rate());
    json.writeNumberField("pushes_per_second", outcome.pushRate());
    Figures.latency(json, "each_micros", outcome.each());
    Figures.latency(json, "last_micros", outcome.last());
    Figures.latency(json, "response_micros", outcome.response());
    Figures.cost(json, outcome.cpu(), outcome.messages(), outcome.memory(), outcome.disturbance());
    Figures.troubles(json, outcome.troubles());
  }
}
