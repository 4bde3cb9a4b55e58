package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.load.Latency;
import io.parley.bench.load.Outcome;
import java.io.IOException;

/// What webhooks cost.
///
/// @param without conversations without webhooks
/// @param with the same with a webhook on every message
/// @param webhooksPerSecond from the first message of that run to its last webhook
/// @param rate messages per second at which the latency was measured
/// @param latency from making a webhook to its receipt
public record WebhooksSection(
    Outcome without, Outcome with, double webhooksPerSecond, double rate, Latency latency)
    implements Section {

  /// Which part of the messages is lost to webhooks.
  public double slowdown() {
    return 1 - with.rate() / without.rate();
  }

  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public String table() {
    return """
    | | |
    | --- | ---: |
    | messages/s without webhooks | %.0f |
    | messages/s with a webhook on every message | %.0f |
    | slower by | %.1f %% |
    | processor time for 1,000 messages without webhooks | %.4f s |
    | with webhooks | %.4f s |
    | webhooks/s, from the first message to the last webhook | %.0f |
    | made to received at %.0f messages/s: p50 | %.1f ms |
    | p99 | %.1f ms |
    | p99.9 | %.1f ms |
    | webhooks at that rate | %d |
    """
        .formatted(
            without.rate(),
            with.rate(),
            100 * slowdown(),
            without.cpuPerThousand(),
            with.cpuPerThousand(),
            webhooksPerSecond,
            rate,
            latency.p50() / 1e3,
            latency.p99() / 1e3,
            latency.p999() / 1e3,
            latency.count());
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    write(json, "without", without);
    write(json, "with", with);
    json.writeNumberField("slowdown", slowdown());
    json.writeNumberField("webhooks_per_second", webhooksPerSecond);
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
