package io.parley.gateway.http;

import java.time.Duration;

/// The limits of the HTTP server.
///
/// @param maxBodyBytes of a JSON request
/// @param maxFrameBytes of a WebSocket message
/// @param maxHeaderBytes of all headers of a request together
/// @param arrivalTimeout a request that is not complete by then is given up, and a connection
///     without one closed
/// @param requestTimeout a Web API request that has no answer by then gets `request_timeout`
/// @param maxStrangersPerAddress RTM connections of one address that have not logged in
/// @param forwardedTrusted whether proxies on other machines are believed, too, when they tell whom
///     they forward
public record HttpConfig(
    int maxBodyBytes,
    int maxFrameBytes,
    int maxHeaderBytes,
    Duration arrivalTimeout,
    Duration requestTimeout,
    int maxStrangersPerAddress,
    boolean forwardedTrusted) {
  /// The usual limits.
  public static final HttpConfig DEFAULTS =
      new HttpConfig(
          256 * 1024,
          64 * 1024,
          16 * 1024,
          Duration.ofSeconds(60),
          Duration.ofSeconds(15),
          10_000,
          false);
}
