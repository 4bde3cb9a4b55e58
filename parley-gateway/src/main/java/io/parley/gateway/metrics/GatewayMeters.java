package io.parley.gateway.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.core.ErrorType;
import io.parley.protocol.Api;
import io.parley.protocol.method.Method;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// What is counted about connections and requests.
public final class GatewayMeters {
  private final MeterRegistry registry;
  private final Clock clock;
  private final Map<Api, AtomicInteger> connected = new EnumMap<>(Api.class);
  private final Map<Api, AtomicInteger> loggedIn = new EnumMap<>(Api.class);
  private final Map<Api, Counter> cut = new EnumMap<>(Api.class);
  private final ConcurrentHashMap<Key, Timer> timers = new ConcurrentHashMap<>();

  private record Key(Api api, String method, String outcome) {}

  /// Registers the meters.
  public GatewayMeters(MeterRegistry registry) {
    this.registry = registry;
    this.clock = registry.config().clock();
    for (Api api : new Api[] {Api.AGENT, Api.CUSTOMER}) {
      connected.put(api, new AtomicInteger());
      loggedIn.put(api, new AtomicInteger());
      cut.put(
          api,
          Counter.builder("parley.connections.cut")
              .description("Connections cut off because the client did not read")
              .tag("api", label(api))
              .register(registry));
      gauge(api, "logged_in", () -> count(loggedIn, api));
      gauge(api, "awaiting_login", () -> count(connected, api) - count(loggedIn, api));
    }
  }

  private void gauge(Api api, String state, Supplier<Number> value) {
    Gauge.builder("parley.connections", value)
        .description("Open RTM connections")
        .tag("api", label(api))
        .tag("state", state)
        .register(registry);
  }

  private static int count(Map<Api, AtomicInteger> counters, Api api) {
    AtomicInteger counter = counters.get(api);
    return counter == null ? 0 : counter.get();
  }

  private static void add(Map<Api, AtomicInteger> counters, Api api, int difference) {
    AtomicInteger counter = counters.get(api);
    if (counter != null) {
      counter.addAndGet(difference);
    }
  }

  private static String label(Api api) {
    return api.name().toLowerCase(Locale.ROOT);
  }

  /// The present time for measuring durations.
  public long nanoTime() {
    return clock.monotonicTime();
  }

  /// An RTM connection was opened.
  public void opened(Api api) {
    add(connected, api, 1);
  }

  /// An RTM connection is gone.
  public void closed(Api api) {
    add(connected, api, -1);
  }

  /// Someone logged in on a connection.
  public void loggedIn(Api api) {
    add(loggedIn, api, 1);
  }

  /// Nobody is logged in on the connection any more.
  public void loggedOut(Api api) {
    add(loggedIn, api, -1);
  }

  /// A connection was cut off because its client reads too slowly.
  public void cutOff(Api api) {
    Counter counter = cut.get(api);
    if (counter != null) {
      counter.increment();
    }
  }

  /// A request was answered.
  ///
  /// @param outcome `success` or the type of the error
  /// @param sinceNanos when it came, by [#nanoTime]
  public void answered(Method method, String outcome, long sinceNanos) {
    timers
        .computeIfAbsent(new Key(method.api(), method.name(), outcome), this::timer)
        .record(clock.monotonicTime() - sinceNanos, TimeUnit.NANOSECONDS);
  }

  /// A request was refused before it was known what it asks for.
  public void refused(Api api, ErrorType type) {
    timers
        .computeIfAbsent(new Key(api, "none", type.wireName()), this::timer)
        .record(0, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Key key) {
    return Timer.builder("parley.requests")
        .description("Requests, from their arrival until their answer is written")
        .tag("api", label(key.api()))
        .tag("method", key.method())
        .tag("outcome", key.outcome())
        .serviceLevelObjectives(
            Duration.ofNanos(500_000),
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(25),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2))
        .register(registry);
  }
}
