package io.parley.delivery.webhook;

import io.parley.store.outbox.OutboxEntry;
import java.util.function.Consumer;

/// Port: sends one request. Does not block.
@FunctionalInterface
public interface Sender {
  /// Sends.
  ///
  /// @param done is called once, on any thread
  void send(OutboxEntry entry, Consumer<Outcome> done);
}
