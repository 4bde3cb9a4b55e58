package io.parley.gateway.account.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Slows down who guesses secrets. After a few attempts each further one must wait, twice as long
/// as the one before.
///
/// Attempts are counted three times: for the account from that address, which is what somebody who
/// forgot a password meets; for the account from everywhere, which waits only shortly, because else
/// anybody could lock anybody out; and for the address, whatever the account. An attempt counts
/// from its beginning, so that many at once gain nothing; one that succeeds is taken back.
///
/// What is remembered is bounded, in memory, and of this process. For any number of threads.
public final class SignInThrottle {
  private static final int REMEMBERED = 100_000;

  private final InstantSource clock;
  private final Counter pairs = new Counter(5, Duration.ofSeconds(2), Duration.ofMinutes(15));
  private final Counter accounts = new Counter(25, Duration.ofSeconds(1), Duration.ofMinutes(1));
  private final Counter addresses = new Counter(100, Duration.ofSeconds(1), Duration.ofMinutes(5));

  /// Forgets everything when the process ends.
  public SignInThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /// Counts an attempt.
  ///
  /// @return how long to wait, if it is too early: then the attempt must not be made, and does not
  ///     count
  public Optional<Duration> begin(String account, String address) {
    Instant now = clock.instant();
    List<Key> keys = keys(account, address);
    Duration longest = Duration.ZERO;
    for (Key key : keys) {
      Duration delay = key.counter().delay(key.name(), now);
      longest = longest.compareTo(delay) >= 0 ? longest : delay;
    }
    if (longest.isPositive()) {
      return Optional.of(longest);
    }
    keys.forEach(key -> key.counter().count(key.name(), now));
    return Optional.empty();
  }

  /// The attempt was with the right secret.
  public void succeeded(String account, String address) {
    List<Key> keys = keys(account, address);
    keys.subList(0, 2).forEach(key -> key.counter().forget(key.name()));
    keys.getLast().counter().takeBack(keys.getLast().name());
  }

  private List<Key> keys(String account, String address) {
    String known = account.toLowerCase(Locale.ROOT);
    return List.of(
        new Key(pairs, address + " " + known),
        new Key(accounts, known),
        new Key(addresses, address));
  }

  private record Key(Counter counter, String name) {}

  private record Attempts(int count, Instant last) {}

  private static final class Counter {
    private final int free;
    private final Duration first;
    private final Duration longest;
    private final Cache<String, Attempts> attemptsByName =
        Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(Duration.ofHours(1)).build();

    Counter(int free, Duration first, Duration longest) {
      this.free = free;
      this.first = first;
      this.longest = longest;
    }

    Duration delay(String name, Instant now) {
      Attempts attempts = attemptsByName.getIfPresent(name);
      if (attempts == null || attempts.count() < free) {
        return Duration.ZERO;
      }
      int doublings = Math.min(attempts.count() - free, 30);
      Duration wait = first.multipliedBy(1L << doublings);
      Instant open = attempts.last().plus(wait.compareTo(longest) < 0 ? wait : longest);
      return now.isBefore(open) ? Duration.between(now, open) : Duration.ZERO;
    }

    void count(String name, Instant now) {
      attemptsByName
          .asMap()
          .merge(
              name,
              new Attempts(1, now),
              (before, one) -> isOver(before, now) ? one : new Attempts(before.count() + 1, now));
    }

    void takeBack(String name) {
      attemptsByName
          .asMap()
          .computeIfPresent(
              name,
              (_, attempts) ->
                  attempts.count() <= 1
                      ? null
                      : new Attempts(attempts.count() - 1, attempts.last()));
    }

    void forget(String name) {
      attemptsByName.invalidate(name);
    }

    /// Who stays away for twice the longest wait begins anew.
    private boolean isOver(Attempts attempts, Instant now) {
      return attempts.last().plus(longest.multipliedBy(2)).isBefore(now);
    }
  }
}
