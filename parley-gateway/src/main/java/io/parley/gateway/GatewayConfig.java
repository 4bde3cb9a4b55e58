package io.parley.gateway;

import io.parley.gateway.http.HttpConfig;
import io.parley.gateway.limit.RateConfig;
import io.parley.gateway.rtm.RtmConfig;
import java.time.Duration;

/// Where the gateway listens, and its limits.
///
/// @param port 0 for a free one
/// @param eventLoops how many threads serve connections; at most those of the Vert.x it runs on
/// @param stopTimeout how long a stop waits for connections to end by themselves
public record GatewayConfig(
    String host,
    int port,
    int eventLoops,
    HttpConfig http,
    RtmConfig rtm,
    RateConfig rates,
    Duration stopTimeout) {

  /// The usual limits.
  public static GatewayConfig of(String host, int port, int eventLoops) {
    return new GatewayConfig(
        host,
        port,
        eventLoops,
        HttpConfig.DEFAULTS,
        RtmConfig.DEFAULTS,
        RateConfig.DEFAULTS,
        Duration.ofSeconds(4));
  }
}
