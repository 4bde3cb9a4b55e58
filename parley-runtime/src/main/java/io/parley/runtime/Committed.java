package io.parley.runtime;

import io.parley.core.Audience;
import io.parley.core.Change;
import io.parley.core.webhook.Firing;
import java.util.List;

/// A change with its number in the license, with who is told of it, and with the webhooks that it
/// fires.
public record Committed(long seq, Change change, Audience audience, List<Firing> firings) {
  /// A change that fires no webhooks.
  public Committed(long seq, Change change, Audience audience) {
    this(seq, change, audience, List.of());
  }

  /// True if something of it is written: the change itself, or the webhooks that it fires.
  public boolean durable() {
    return change.durable() || !firings.isEmpty();
  }
}
