package io.parley.store.row;

import java.time.Instant;

/// Times as PostgreSQL keeps them: whole microseconds since 1970, from the year 1 to 9999.
public final class Micros {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Micros() {}

  /// The microseconds of a time; of the nearest year that is kept if it is outside.
  public static long of(Instant time) {
    Instant kept = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    return Math.addExact(
        Math.multiplyExact(kept.getEpochSecond(), 1_000_000L), kept.getNano() / 1_000);
  }

  /// The time of that many microseconds.
  public static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
  }
}
