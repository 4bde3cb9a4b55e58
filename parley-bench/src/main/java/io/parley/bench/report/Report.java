package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Pair chats, with each one's ratio to the realistic ceiling measured in the same session.
///
/// @param measurements in the order in which they were made
public record Report(List<Measurement> measurements) implements Section {
  private static final String HEAD =
      "%-15s %-8s %5s | %9s %6s | %8s %8s %8s | %8s %8s %8s | %9s %9s %9s %9s %7s | %7s %7s | %s%n";
  private static final String ROW =
      "%-15s %-8s %5d | %9.0f %6s | %s | %s |"
          + " %9.4f %9.4f %9.4f %9.4f %7.2f | %7.0f %7.0f | %s%n";

  @Override
  public String name() {
    return "pair-chat";
  }

  @Override
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
            "p99.9",
            "cpu s/1k",
            "of it db",
            "afterward",
            "load gen",
            "others",
            "MiB",
            "of db",
            "lost"));
    measurements.forEach(measurement -> table.append(row(measurement)));
    table.append(
        """
        latencies in ms; cpu s/1k: seconds of processor time of the server and its database for 1,000 messages; \
        afterward: the same, used when the run was over; \
        others: processors kept busy by programs that are not measured; MiB: resident memory of the server with its database
        """);
    return table.toString();
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    Figures.rows(json, measurements, this::write);
  }

  /// The rate of a measurement against that of the durable relay in the same run, if that was
  /// measured.
  Optional<Double> ratio(Measurement measurement) {
    return ceiling(measurement)
        .map(ceiling -> measurement.outcome().rate() / ceiling.outcome().rate());
  }

  /// How many times as long as the durable relay's the p99 of the pushes is.
  Optional<Double> tailRatio(Measurement measurement) {
    return ceiling(measurement)
        .map(
            ceiling -> measurement.outcome().delivery().p99() / ceiling.outcome().delivery().p99());
  }

  /// How many times as much processor time as with the durable relay a message takes.
  Optional<Double> cpuRatio(Measurement measurement) {
    return ceiling(measurement)
        .map(
            ceiling -> measurement.outcome().cpuPerThousand() / ceiling.outcome().cpuPerThousand());
  }

  private Optional<Measurement> ceiling(Measurement measurement) {
    return measurements.stream()
        .filter(other -> other.server().equals(Measurement.DURABLE_RELAY))
        .filter(measurement::isComparableWith)
        .findFirst();
  }

  private String row(Measurement measurement) {
    var outcome = measurement.outcome();
    var cpu = outcome.cpu().perThousand(outcome.messages());
    return ROW.formatted(
        measurement.server(),
        measurement.run(),
        outcome.conversations(),
        outcome.rate(),
        ratio(measurement).map("%.2f"::formatted).orElse(""),
        Figures.columns(outcome.delivery()),
        Figures.columns(outcome.response()),
        cpu.serving(),
        cpu.database(),
        measurement.afterwardsPerThousand(),
        cpu.generator(),
        outcome.disturbance(),
        outcome.memory().totalMib(),
        outcome.memory().databaseMib(),
        outcome.tally().troubles().brief());
  }

  private void write(JsonGenerator json, Measurement measurement) throws IOException {
    var outcome = measurement.outcome();
    var tally = outcome.tally();
    json.writeStringField("server", measurement.server());
    json.writeStringField("run", measurement.run());
    json.writeNumberField("conversations", outcome.conversations());
    json.writeNumberField("messages", outcome.messages());
    json.writeNumberField("seconds", outcome.seconds());
    json.writeNumberField("messages_per_second", outcome.rate());
    write(json, "ratio_to_ceiling", ratio(measurement));
    write(json, "p99_to_ceiling", tailRatio(measurement));
    write(json, "cpu_to_ceiling", cpuRatio(measurement));
    Figures.latency(json, "delivery_micros", outcome.delivery());
    Figures.latency(json, "response_micros", outcome.response());
    Figures.cost(json, outcome.cpu(), outcome.messages(), outcome.memory(), outcome.disturbance());
    json.writeNumberField("cpu_seconds_afterwards_per_1000", measurement.afterwardsPerThousand());
    json.writeObjectFieldStart("messages_in_all");
    json.writeNumberField("sent", tally.sent());
    json.writeNumberField("answered", tally.answered());
    json.writeNumberField("delivered", tally.delivered());
    json.writeNumberField("echoed", tally.echoed());
    json.writeEndObject();
    Figures.troubles(json, tally.troubles());
  }

  private static void write(JsonGenerator json, String name, Optional<Double> ratio)
      throws IOException {
    if (ratio.isPresent()) {
      json.writeNumberField(name, ratio.get());
    }
  }
}
