package io.parley.gateway.rtm;

import java.time.Duration;

/// How patient RTM connections are, and how much they hold.
///
/// @param loginTimeout a connection that has not logged in by then is closed
/// @param silenceTimeout one that has not been heard from for this long after its login, too
/// @param pingInterval a silent WebSocket client is sent a ping frame this often
/// @param requestTimeout a request that has no answer by then gets `request_timeout`
/// @param closeTimeout a client that does not take its leave by then is cut off
/// @param maxPendingRequests how many requests of one connection may wait for their answers
/// @param maxQueuedFrames a client that leaves more unread is cut off
/// @param maxQueuedChars ... or more than this
public record RtmConfig(
    Duration loginTimeout,
    Duration silenceTimeout,
    Duration pingInterval,
    Duration requestTimeout,
    Duration closeTimeout,
    int maxPendingRequests,
    int maxQueuedFrames,
    int maxQueuedChars) {
  /// As documented.
  public static final RtmConfig DEFAULTS =
      new RtmConfig(
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(15),
          Duration.ofSeconds(3),
          10,
          1_000,
          4 * 1024 * 1024);
}
