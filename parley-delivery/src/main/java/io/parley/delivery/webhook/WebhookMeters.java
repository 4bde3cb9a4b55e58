package io.parley.delivery.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What is counted about webhooks.
final class WebhookMeters {
  private final Counter delivered;
  private final Counter failed;
  private final Counter parkedNow;
  private final Timer latency;
  private final InstantSource clock;
  private volatile long pending;
  private volatile long parked;
  private volatile boolean heldBack;
  private volatile @Nullable Instant oldest;

  WebhookMeters(MeterRegistry registry, InstantSource clock) {
    this.clock = clock;
    delivered = outcome(registry, "delivered");
    failed = outcome(registry, "failed");
    parkedNow = outcome(registry, "parked");
    latency =
        Timer.builder("parley.webhook.latency")
            .description("From the return of the commit until the receiver has answered")
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(25),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(5))
            .register(registry);
    Gauge.builder("parley.webhook.backlog", () -> pending)
        .description("What webhooks have to send")
        .register(registry);
    Gauge.builder("parley.webhook.parked", () -> parked)
        .description("What was given up and waits for an operator")
        .register(registry);
    Gauge.builder("parley.webhook.held", () -> heldBack ? 1 : 0)
        .description("1 while webhooks wait because messages need the processors")
        .register(registry);
    Gauge.builder("parley.webhook.oldest", this::ageOfOldest)
        .description("For how long the oldest of what is to be sent waits")
        .baseUnit("seconds")
        .register(registry);
  }

  private static Counter outcome(MeterRegistry registry, String outcome) {
    return Counter.builder("parley.webhook.requests")
        .description("Requests to receivers of webhooks, by how they ended")
        .tag("outcome", outcome)
        .register(registry);
  }

  private double ageOfOldest() {
    Instant since = oldest;
    return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
  }

  void delivered(Instant since) {
    delivered.increment();
    latency.record(
        Math.max(0, Duration.between(since, clock.instant()).toNanos()), TimeUnit.NANOSECONDS);
  }

  void failed(boolean parkedFor) {
    (parkedFor ? parkedNow : failed).increment();
  }

  void backlog(long waiting, @Nullable Instant since, boolean holdsBack) {
    heldBack = holdsBack;
    pending = waiting;
    oldest = since;
  }

  void parked(long count) {
    parked = count;
  }
}
