package io.parley.gateway.metrics;

import io.micrometer.core.instrument.Counter;
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
import io.parley.store.journal.CommitListener;
import java.time.Duration;
import java.util.function.IntSupplier;

/// What is counted about the rest of the server: the mailboxes, the journal and the JVM.
public final class ServerMeters implements CommitListener {
  private final MeterRegistry registry;
  private final DistributionSummary groupSize;
  private final DistributionSummary groupChanges;
  private final Timer commitTime;
  private final Counter failures;

  /// Registers the meters.
  public ServerMeters(MeterRegistry registry) {
    this.registry = registry;
    groupSize =
        DistributionSummary.builder("parley.journal.group")
            .description("Batches that are committed together")
            .serviceLevelObjectives(1, 2, 5, 10, 25, 50, 100, 250)
            .register(registry);
    groupChanges =
        DistributionSummary.builder("parley.journal.group.changes")
            .description("Durable changes that are committed together")
            .register(registry);
    failures =
        Counter.builder("parley.journal.failures")
            .description("Batches that could not be committed")
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

  /// Counts what waits in the mailboxes.
  ///
  /// @param depth how many commands wait in all of them
  public void watchMailboxes(IntSupplier depth) {
    Gauge.builder("parley.mailbox.depth", depth::getAsInt)
        .description("Commands that wait for their license's writer")
        .register(registry);
  }

  @Override
  public void committed(int batches, int changes, Duration took) {
    groupSize.record(batches);
    groupChanges.record(changes);
    commitTime.record(took);
  }

  @Override
  public void failed(int batches, Exception cause) {
    failures.increment(batches);
  }
}
