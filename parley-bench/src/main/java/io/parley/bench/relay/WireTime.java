package io.parley.bench.relay;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The time as events carry it. Instances belong to one thread each, for they remember the last
/// second's text.
final class WireTime {
  private static final int SECOND_DIGITS = "2026-01-01T00:00:00".length();

  private final InstantSource clock;
  private long second = Long.MIN_VALUE;
  private String secondText = "";

  WireTime(InstantSource clock) {
    this.clock = clock;
  }

  /// Microseconds since the epoch.
  long nowMicros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
  }

  /// A time as text, with microseconds.
  String text(long micros) {
    var wanted = Math.floorDiv(micros, 1_000_000L);
    if (wanted != second) {
      second = wanted;
      secondText = Instant.ofEpochSecond(wanted).toString().substring(0, SECOND_DIGITS);
    }
    var fraction = Long.toString(1_000_000L + Math.floorMod(micros, 1_000_000L));
    return secondText + '.' + fraction.substring(1) + 'Z';
  }
}
