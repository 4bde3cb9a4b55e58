package io.parley.delivery.webhook;

import java.time.Duration;

/// How webhooks are delivered.
///
/// @param connectionsPerReceiver how many requests one receiver gets at a time
/// @param timeout a receiver that has not answered by then has not got it
/// @param tries how often something is tried before it is parked
/// @param retryWindow over which time the tries are spread
/// @param firstRetry when the second try comes
/// @param charactersInMemory how much of what one webhook has to send is kept in memory
/// @param charactersInMemoryOfAll how much of what all have to send is kept in memory: when there
/// is
///     more, each keeps but a few entries
/// @param sweepInterval how often the outbox is asked what somebody wants to be sent again
public record WebhookConfig(
    int connectionsPerReceiver,
    Duration timeout,
    int tries,
    Duration retryWindow,
    Duration firstRetry,
    int charactersInMemory,
    long charactersInMemoryOfAll,
    Duration sweepInterval) {
  /// As version 3.1 documents it.
  public static final WebhookConfig DEFAULTS =
      new WebhookConfig(
          16,
          Duration.ofSeconds(10),
          10,
          Duration.ofHours(6),
          Duration.ofSeconds(1),
          2_000_000,
          32_000_000,
          Duration.ofSeconds(2));
}
