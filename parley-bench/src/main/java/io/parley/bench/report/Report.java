package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.load.Latency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All measurements of one session, with each one's ratio to the realistic ceiling measured in the
/// same session.
///
/// @param measurements in the order in which they were made
/// @param idle connections that did nothing
public record Report(List<Measurement> measurements, List<IdleFigures> idle) {
  private static final String HEAD =
      "%-15s %-8s %5s | %9s %6s | %8s %8s %8s | %8s %8s | %9s %9s %9s %7s | %s%n";
  private static final String ROW =
      "%-15s %-8s %5d | %9.0f %6s | %8.3f %8.3f %8.3f | %8.3f %8.3f | %9.4f %9.4f %9.4f %7.2f | %s%n";

  /// The report as a table for a terminal.
  public String table() {
    var table = new StringBuilder();
    table.append(
        HEAD.formatted(
            "server",
            "run",
            "N",
            "msg/s",
            "ratio",
            "push p50",
            "p99",
            "p99.9",
            "resp p50",
            "p99",
            "cpu s/1k",
            "of it db",
            "load gen",
            "others",
            "lost"));
    for (var measurement : measurements) {
      var outcome = measurement.outcome();
      var cpu = outcome.cpu().perThousand(outcome.messages());
      table.append(
          ROW.formatted(
              measurement.server(),
              measurement.run(),
              outcome.conversations(),
              outcome.rate(),
              ratio(measurement).map("%.2f"::formatted).orElse(""),
              outcome.delivery().p50() / 1e3,
              outcome.delivery().p99() / 1e3,
              outcome.delivery().p999() / 1e3,
              outcome.response().p50() / 1e3,
              outcome.response().p99() / 1e3,
              cpu.serving(),
              cpu.database(),
              cpu.generator(),
              outcome.disturbance(),
              troubles(measurement)));
    }
    table.append(
        """
        latencies in ms; cpu s/1k: seconds of processor time of the server and its database for 1,000 messages; \
        others: processors kept busy by programs that are not measured
        """);
    idle.forEach(figures -> table.append(figures.sentence()));
    return table.toString();
  }

  /// Writes the report as JSON, making the directory where it is to lie.
  public void writeJson(Path file) throws IOException {
    var directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    try (var out = Files.newBufferedWriter(file);
        var json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeArrayFieldStart("measurements");
      for (var measurement : measurements) {
        write(json, measurement);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("idle");
      for (var figures : idle) {
        figures.write(json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /// The rate of a measurement against that of the durable relay in the same run, if that was
  /// measured.
  Optional<Double> ratio(Measurement measurement) {
    return measurements.stream()
        .filter(other -> other.server().equals(Measurement.DURABLE_RELAY))
        .filter(measurement::isComparableWith)
        .map(ceiling -> measurement.outcome().rate() / ceiling.outcome().rate())
        .findFirst();
  }

  private void write(JsonGenerator json, Measurement measurement) throws IOException {
    var outcome = measurement.outcome();
    var cpu = outcome.cpu().perThousand(outcome.messages());
    var tally = outcome.tally();
    json.writeStartObject();
    json.writeStringField("server", measurement.server());
    json.writeStringField("run", measurement.run());
    json.writeNumberField("conversations", outcome.conversations());
    json.writeNumberField("messages", outcome.messages());
    json.writeNumberField("seconds", outcome.seconds());
    json.writeNumberField("messages_per_second", outcome.rate());
    var ratio = ratio(measurement);
    if (ratio.isPresent()) {
      json.writeNumberField("ratio_to_ceiling", ratio.get());
    }
    write(json, "delivery_micros", outcome.delivery());
    write(json, "response_micros", outcome.response());
    json.writeObjectFieldStart("cpu_seconds_per_1000");
    json.writeNumberField("server", cpu.server());
    json.writeNumberField("database", cpu.database());
    json.writeNumberField("generator", cpu.generator());
    json.writeEndObject();
    json.writeNumberField("processors_used_by_others", outcome.disturbance());
    json.writeObjectFieldStart("messages_in_all");
    json.writeNumberField("sent", tally.sent());
    json.writeNumberField("answered", tally.answered());
    json.writeNumberField("delivered", tally.delivered());
    json.writeNumberField("echoed", tally.echoed());
    json.writeNumberField("lost", tally.lost());
    json.writeNumberField("refused", tally.refused());
    json.writeNumberField("strays", tally.strays());
    json.writeNumberField("disordered", tally.disordered());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Latency latency) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("count", latency.count());
    json.writeNumberField("mean", latency.mean());
    json.writeNumberField("p50", latency.p50());
    json.writeNumberField("p90", latency.p90());
    json.writeNumberField("p99", latency.p99());
    json.writeNumberField("p999", latency.p999());
    json.writeNumberField("max", latency.max());
    json.writeEndObject();
  }

  private static String troubles(Measurement measurement) {
    var tally = measurement.outcome().tally();
    if (tally.isClean()) {
      return "0";
    }
    return String.format(
        Locale.ROOT,
        "%d lost, %d refused, %d strays, %d disordered; %s",
        tally.lost(),
        tally.refused(),
        tally.strays(),
        tally.disordered(),
        tally.firstRefusal());
  }
}
