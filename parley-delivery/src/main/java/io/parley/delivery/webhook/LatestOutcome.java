package io.parley.delivery.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the latest deliveries of a webhook went, since the server's start.
///
/// @param successAt when the receiver last had something; null: not yet
/// @param errorAt when a delivery last failed; null: not yet
/// @param error what happened then, in a few words
public record LatestOutcome(
    @Nullable Instant successAt, @Nullable Instant errorAt, @Nullable String error) {
  /// Nothing was sent yet.
  public static final LatestOutcome NONE = new LatestOutcome(null, null, null);

  LatestOutcome succeeded(Instant at) {
    return new LatestOutcome(at, errorAt, error);
  }

  LatestOutcome failed(Instant at, String reason) {
    return new LatestOutcome(successAt, at, reason);
  }
}
