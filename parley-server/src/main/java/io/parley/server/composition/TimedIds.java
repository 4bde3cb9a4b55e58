package io.parley.server.composition;

import io.parley.runtime.IdSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// Ids of chats and threads that say when they were made, in a way nobody needs to know of: eight
/// digits of base 36 for the millisecond and two by chance. Later ids are larger, so that none of a
/// node comes twice, and rows that are written together lie together. UUIDs are by chance alone.
final class TimedIds implements IdSource {
  private static final int DIGITS = 10;
  private static final int RADIX = 36;
  private static final long PER_MILLISECOND = (long) RADIX * RADIX;
  private static final long EPOCH_MILLIS = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

  private final InstantSource clock;
  private final RandomGenerator random;
  private final AtomicLong last = new AtomicLong();

  TimedIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String nextId() {
    long wanted =
        (clock.millis() - EPOCH_MILLIS) * PER_MILLISECOND + random.nextLong(PER_MILLISECOND);
    long id = last.updateAndGet(previous -> Math.max(previous + 1, wanted));
    String digits = Long.toString(id, RADIX).toUpperCase(Locale.ROOT);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  @Override
  public String nextUuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new UUID(high, low).toString();
  }
}
