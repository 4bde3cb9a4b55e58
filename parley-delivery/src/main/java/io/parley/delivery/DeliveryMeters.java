package io.parley.delivery;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/// What is counted about the delivery.
final class DeliveryMeters {
  private final Clock clock;
  private final Timer latency;
  private final DistributionSummary receivers;
  private final Counter failures;

  DeliveryMeters(MeterRegistry registry, Collection<?> queue) {
    clock = registry.config().clock();
    latency =
        Timer.builder("parley.push.latency")
            .description("From the return of the commit until the push is handed to its sessions")
            .serviceLevelObjectives(
                Duration.ofNanos(250_000),
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                Duration.ofMillis(25),
                Duration.ofMillis(100),
                Duration.ofMillis(500))
            .register(registry);
    receivers =
        DistributionSummary.builder("parley.push.receivers")
            .description("Sessions that a change is pushed to")
            .register(registry);
    failures =
        Counter.builder("parley.push.failures")
            .description("Changes whose pushes could not be rendered")
            .register(registry);
    Gauge.builder("parley.delivery.queue", queue, Collection::size)
        .description("Committed batches that wait for their delivery")
        .register(registry);
  }

  long nanoTime() {
    return clock.monotonicTime();
  }

  void pushed(int sessions, long sinceNanos) {
    receivers.record(sessions);
    latency.record(clock.monotonicTime() - sinceNanos, TimeUnit.NANOSECONDS);
  }

  void failed() {
    failures.increment();
  }
}
