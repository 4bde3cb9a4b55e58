package io.parley.server.composition;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.core.license.LicenseId;
import io.parley.core.user.CustomerId;
import io.parley.gateway.metrics.ServerMeters;
import io.parley.runtime.Delivery;
import io.parley.runtime.LicenseHost;
import io.parley.store.journal.CommitListener;
import io.parley.store.journal.PostgresJournal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The writers of the licenses, and the journal that they share.
final class LicenseModule implements AutoCloseable {
  private final PostgresJournal journal;
  private final LicenseHost host;

  LicenseModule(
      StoreModule store, Delivery delivery, Surroundings surroundings, MeterRegistry metrics) {
    var commits = new MeteredCommits();
    this.journal = new PostgresJournal(store.database().dataSource(), commits);
    this.host = new LicenseHost(journal, delivery, surroundings.clock(), surroundings.ids());
    commits.meters = new ServerMeters(metrics, host::mailboxDepth);
  }

  LicenseHost host() {
    return host;
  }

  /// True if the license has such a customer. Blocks.
  boolean hasCustomer(LicenseId licenseId, CustomerId customerId) {
    return journal.loadCustomer(licenseId, customerId).isPresent();
  }

  /// The writers hand over what they have, and the journal commits it.
  @Override
  public void close() {
    host.close();
    journal.close();
  }

  /// The meters know the host, which knows the journal, which tells the meters.
  private static final class MeteredCommits implements CommitListener {
    private volatile @Nullable ServerMeters meters;

    @Override
    public void committed(int batches, int changes, Duration took) {
      ServerMeters known = meters;
      if (known != null) {
        known.committed(batches, took);
      }
    }

    @Override
    public void failed(int batches, Exception cause) {}
  }
}
