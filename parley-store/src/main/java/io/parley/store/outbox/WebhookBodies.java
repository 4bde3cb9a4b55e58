package io.parley.store.outbox;

import io.parley.core.Change;
import io.parley.core.webhook.Firing;
import java.util.Optional;

/// Port: says what a webhook sends.
@FunctionalInterface
public interface WebhookBodies {
  /// The body of a request; empty if there is nothing to tell.
  Optional<String> body(Change change, Firing firing);
}
