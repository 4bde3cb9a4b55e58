package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.load.Latency;
import io.parley.bench.load.Outcome;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What webhooks cost.
///
/// @param rounds at least one
/// @param rate messages per second at which the latency was measured
/// @param latency from making a webhook to its receipt
public record WebhooksSection(List<Round> rounds, double rate, Latency latency) implements Section {

  /// Conversations without webhooks, and the same with a webhook on every message.
  public record Round(Outcome without, Outcome with, Deliveries deliveries) {
    /// Which part of the messages is lost to webhooks.
    public double slowdown() {
      return 1 - with.rate() / without.rate();
    }
  }

  /// How a round's webhooks came.
  ///
  /// @param during how many came while messages were sent, warm-up included
  /// @param duringSeconds how long that was
  /// @param after how many came afterwards
  /// @param afterSeconds until the last of them
  public record Deliveries(long during, double duringSeconds, long after, double afterSeconds) {
    /// Webhooks per second from the first message to the last webhook.
    public double overall() {
      return (during + after) / (duringSeconds + afterSeconds);
    }

    /// Webhooks per second while messages were sent.
    public double besides() {
      return during / duringSeconds;
    }

    /// Webhooks per second when nothing else was done; 0 if none were left.
    public double alone() {
      return afterSeconds > 0 ? after / afterSeconds : 0;
    }
  }

  /// Makes the list unmodifiable.
  public WebhooksSection {
    rounds = List.copyOf(rounds);
  }

  /// The round in the middle of those that slowed down less and more.
  public Round middle() {
    var sorted = rounds.stream().sorted(Comparator.comparingDouble(Round::slowdown)).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public String table() {
    Round middle = middle();
    Deliveries deliveries = middle.deliveries();
    return """
    | | |
    | --- | ---: |
    | messages/s without webhooks | %.0f |
    | messages/s with a webhook on every message | %.0f |
    | slower by | %.1f %% |
    | in each round | %s |
    | processor time for 1,000 messages without webhooks | %.4f s |
    | with webhooks | %.4f s |
    | webhooks/s while messages were sent | %.0f |
    | left when the last message was sent | %d |
    | seconds until they had come | %.1f |
    | webhooks/s meanwhile | %.0f |
    | webhooks/s, from the first message to the last webhook | %.0f |
    | made to received at %.0f messages/s: p50 | %.1f ms |
    | p99 | %.1f ms |
    | p99.9 | %.1f ms |
    | webhooks at that rate | %d |
    """
        .formatted(
            middle.without().rate(),
            middle.with().rate(),
            100 * middle.slowdown(),
            rounds.stream()
                .map(round -> "%.1f %%".formatted(100 * round.slowdown()))
                .collect(Collectors.joining(", ")),
            middle.without().cpuPerThousand(),
            middle.with().cpuPerThousand(),
            deliveries.besides(),
            deliveries.after(),
            deliveries.afterSeconds(),
            deliveries.alone(),
            deliveries.overall(),
            rate,
            latency.p50() / 1e3,
            latency.p99() / 1e3,
            latency.p999() / 1e3,
            latency.count());
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    Round middle = middle();
    Deliveries deliveries = middle.deliveries();
    json.writeStartObject();
    write(json, "without", middle.without());
    write(json, "with", middle.with());
    json.writeNumberField("slowdown", middle.slowdown());
    json.writeArrayFieldStart("slowdowns");
    for (Round round : rounds) {
      json.writeNumber(round.slowdown());
    }
    json.writeEndArray();
    json.writeNumberField("webhooks_per_second", deliveries.overall());
    json.writeNumberField("webhooks_per_second_besides", deliveries.besides());
    json.writeNumberField("webhooks_per_second_alone", deliveries.alone());
    json.writeNumberField("left", deliveries.after());
    json.writeNumberField("seconds_for_the_rest", deliveries.afterSeconds());
    json.writeNumberField("rate", rate);
    Figures.latency(json, "webhook_micros", latency);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Outcome outcome) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("messages_per_second", outcome.rate());
    Figures.latency(json, "delivery_micros", outcome.delivery());
    Figures.cpu(json, outcome.cpu(), outcome.messages());
    Figures.memory(json, outcome.memory());
    Figures.troubles(json, outcome.tally().troubles());
    json.writeEndObject();
  }
}
