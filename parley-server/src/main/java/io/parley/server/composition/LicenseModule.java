package io.parley.server.composition;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.core.license.LicenseId;
import io.parley.core.user.CustomerId;
import io.parley.gateway.metrics.ServerMeters;
import io.parley.runtime.Delivery;
import io.parley.runtime.LicenseHost;
import io.parley.store.journal.PostgresJournal;

/// The writers of the licenses, and the journal that they share.
final class LicenseModule implements AutoCloseable {
  private final PostgresJournal journal;
  private final LicenseHost host;

  LicenseModule(
      StoreModule store,
      WebhookModule webhooks,
      Delivery delivery,
      Surroundings surroundings,
      MeterRegistry metrics) {
    var meters = new ServerMeters(metrics);
    this.journal =
        new PostgresJournal(
            store.database().dataSource(), meters, webhooks.bodies(), webhooks.listener());
    this.host = new LicenseHost(journal, delivery, surroundings.clock(), surroundings.ids());
    meters.watchMailboxes(host::mailboxDepth);
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
}
