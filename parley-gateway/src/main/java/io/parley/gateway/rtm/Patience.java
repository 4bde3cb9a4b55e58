package io.parley.gateway.rtm;

import java.time.Duration;
import java.util.stream.Stream;

/// The time-outs of a [RtmConfig], counted in ticks.
///
/// @param tick how long a tick is: a tenth of the shortest time-out, a second at most
record Patience(Duration tick, long login, long silence, long ping, long request, long close) {
  private static final Duration SLOWEST = Duration.ofSeconds(1);
  private static final Duration FASTEST = Duration.ofMillis(5);

  static Patience of(RtmConfig config) {
    Duration tick =
        Stream.of(
                config.loginTimeout(),
                config.silenceTimeout(),
                config.pingInterval(),
                config.requestTimeout(),
                config.closeTimeout())
            .map(each -> each.dividedBy(10))
            .reduce(SLOWEST, Patience::shorter);
    tick = tick.compareTo(FASTEST) < 0 ? FASTEST : tick;
    return new Patience(
        tick,
        ticks(config.loginTimeout(), tick),
        ticks(config.silenceTimeout(), tick),
        ticks(config.pingInterval(), tick),
        ticks(config.requestTimeout(), tick),
        ticks(config.closeTimeout(), tick));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static long ticks(Duration duration, Duration tick) {
    return Math.ceilDiv(duration.toNanos(), tick.toNanos());
  }
}
