package io.parley.gateway.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Duration;
import java.util.function.IntSupplier;

/// What is counted about the rest of the server: the mailboxes, the journal and the JVM.
public final class ServerMeters {
  private final DistributionSummary groupSize;
  private final Timer commitTime;

  /// Registers the meters.
  ///
  /// @param mailboxDepth how many commands wait in all mailboxes
  public ServerMeters(MeterRegistry registry, IntSupplier mailboxDepth) {
    Gauge.builder("parley.mailbox.depth", mailboxDepth, IntSupplier::getAsInt)
        .description("Commands that wait for their license's writer")
        .register(registry);
    groupSize =
        DistributionSummary.builder("parley.journal.group")
            .description("Batches that are committed together")
            .serviceLevelObjectives(1, 2, 5, 10, 25, 50, 100, 250)
            .register(registry);
    commitTime =
        Timer.builder("parley.journal.commit")
            .description("How long a commit takes")
            .serviceLevelObjectives(
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(50),
                Duration.ofMillis(250))
            .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /// A group of batches was committed.
  public void committed(int batches, Duration time) {
    groupSize.record(batches);
    commitTime.record(time);
  }
}
