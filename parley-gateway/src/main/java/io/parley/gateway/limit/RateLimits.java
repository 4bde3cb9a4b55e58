package io.parley.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.parley.gateway.account.Grant;
import io.parley.protocol.method.RateClass;
import io.parley.store.credential.TokenHash;
import java.time.Duration;
import java.time.InstantSource;

/// Counts the requests of every token, in a bucket for each [RateClass].
public final class RateLimits {
  private static final Duration FORGOTTEN = Duration.ofMinutes(5);
  private static final int TOKENS = 200_000;

  private final RateConfig config;
  private final TimeMeter time;
  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(TOKENS).expireAfterAccess(FORGOTTEN).build();

  private record Key(TokenHash token, RateClass rateClass) {}

  /// Starts with full buckets.
  public RateLimits(RateConfig config, InstantSource clock) {
    this.config = config;
    this.time = new ClockMeter(clock);
  }

  /// Counts a request; false if it is one too many.
  public boolean allow(Grant grant, RateClass rateClass) {
    return buckets.get(new Key(grant.token(), rateClass), this::bucket).tryConsume(1);
  }

  private Bucket bucket(Key key) {
    int perSecond = config.perSecond(key.rateClass());
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(2L * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .withCustomTimePrecision(time)
        .build();
  }

  private record ClockMeter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return clock.millis() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
