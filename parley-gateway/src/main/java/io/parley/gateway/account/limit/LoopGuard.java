package io.parley.gateway.account.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// Notices a browser that an application keeps sending back and forth. For any number of threads.
public final class LoopGuard {
  private static final int REMEMBERED = 10_000;

  private final int most;
  private final Duration window;
  private final InstantSource clock;
  private final Cache<Object, Deque<Instant>> timesByKey =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(Duration.ofHours(1)).build();

  /// @param most how many times within any `window`
  public LoopGuard(int most, Duration window, InstantSource clock) {
    this.most = most;
    this.window = window;
    this.clock = clock;
  }

  /// Counts one more round.
  ///
  /// @return false if that is too many: then it does not count
  public boolean admit(Object key) {
    Instant now = clock.instant();
    Deque<Instant> times = timesByKey.get(key, _ -> new ArrayDeque<>());
    synchronized (times) {
      while (!times.isEmpty() && !times.getFirst().plus(window).isAfter(now)) {
        times.removeFirst();
      }
      if (times.size() >= most) {
        return false;
      }
      times.addLast(now);
      return true;
    }
  }
}
