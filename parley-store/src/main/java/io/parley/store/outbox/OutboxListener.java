package io.parley.store.outbox;

import java.util.List;

/// Hears of what was written into the outbox. Called on the journal's thread, right after the
/// commit and before anybody else is told: must not block.
public interface OutboxListener {
  /// Hears nothing.
  OutboxListener NONE =
      new OutboxListener() {
        @Override
        public void committed(List<OutboxEntry> entries) {}

        @Override
        public void dropped(List<DroppedWebhooks> webhooks) {}
      };

  /// These are on disk. Those of one webhook come in their order.
  void committed(List<OutboxEntry> entries);

  /// These webhooks are no more, and neither is what they had to send.
  void dropped(List<DroppedWebhooks> webhooks);
}
