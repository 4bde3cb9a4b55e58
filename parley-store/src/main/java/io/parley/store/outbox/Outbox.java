package io.parley.store.outbox;

import io.parley.core.license.LicenseId;
import io.parley.core.webhook.WebhookId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Port: what the delivery reads from the outbox and writes into it. Blocks. For any number of
/// threads.
public interface Outbox {
  /// What waits to be sent, for each webhook: the last one of a server that just started.
  List<Waiting> waiting();

  /// What a webhook has to send, in order, from a number on; without what is parked.
  List<OutboxEntry> from(LicenseId licenseId, WebhookId webhookId, long seq, int limit);

  /// Takes what somebody said is to be sent again.
  List<OutboxEntry> takeReleased();

  /// How many entries are parked.
  long parked();

  /// Writes down how deliveries ended. What is not there any more stays away.
  void settle(Settlement settlement);

  /// What a webhook has to send.
  ///
  /// @param lastSeq the number of the last one
  record Waiting(LicenseId licenseId, WebhookId webhookId, String url, long count, long lastSeq) {}

  /// How deliveries ended.
  ///
  /// @param delivered the receiver has them
  /// @param failed it has not
  record Settlement(Collection<OutboxEntry.Key> delivered, Collection<Failure> failed) {
    /// True if there is nothing to write down.
    public boolean isEmpty() {
      return delivered.isEmpty() && failed.isEmpty();
    }
  }

  /// A delivery that failed.
  ///
  /// @param tries after it
  /// @param reason in a few words
  /// @param parked whether it is given up
  record Failure(
      OutboxEntry.Key key, OutboxEntry.Tries tries, String reason, Instant at, boolean parked) {}
}
