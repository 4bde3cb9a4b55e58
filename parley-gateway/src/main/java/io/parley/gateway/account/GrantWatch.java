package io.parley.gateway.account;

import io.parley.store.credential.AccessTokens;
import io.parley.store.credential.TokenHash;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whoever holds a connection open when the token that it was opened with ends.
///
/// A revocation by this process is told at once. Expiry, and revocations by other processes, are
/// looked for several times a second, so that both are told within one. While nobody watches, the
/// database is left alone. For any number of threads.
public final class GrantWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GrantWatch.class);
  private static final Duration INTERVAL = Duration.ofMillis(300);

  /// How far clocks may differ, and how long a revocation may take to be committed.
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final AccessTokens store;
  private final InstantSource clock;
  private final Consumer<TokenHash> forget;
  private final ConcurrentHashMap<TokenHash, Watched> watchedByToken = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<Expiry> expiries =
      new ConcurrentSkipListSet<>(
          Comparator.comparing(Expiry::at).thenComparing(each -> each.token().hex()));
  private final AtomicBoolean looking = new AtomicBoolean();
  private final long timer;
  private volatile @Nullable Instant lookedAt;

  private record Watched(@Nullable Instant expiresAt, List<Consumer<GrantEnded>> listeners) {}

  private record Expiry(Instant at, TokenHash token) {}

  /// Somebody's wish to be told.
  public interface Registration extends AutoCloseable {
    /// Takes the wish back.
    @Override
    void close();
  }

  /// @param forget told of tokens that others revoked
  GrantWatch(
      Vertx vertx,
      AccessTokens store,
      InstantSource clock,
      Executor blocking,
      Consumer<TokenHash> forget) {
    this.vertx = vertx;
    this.store = store;
    this.clock = clock;
    this.forget = forget;
    this.timer = vertx.setPeriodic(INTERVAL.toMillis(), _ -> blocking.execute(this::look));
  }

  /// Watches a token. The listener is called once, on a thread that must not be kept busy; not at
  /// all after the registration has been closed, save for a call that is under way.
  public Registration watch(Grant grant, Consumer<GrantEnded> listener) {
    TokenHash token = grant.token();
    watchedByToken.compute(
        token,
        (_, watched) -> {
          Watched known =
              watched == null
                  ? new Watched(grant.expiresAt(), new CopyOnWriteArrayList<>())
                  : watched;
          known.listeners().add(listener);
          if (known.expiresAt() != null) {
            expiries.add(new Expiry(known.expiresAt(), token));
          }
          return known;
        });
    return () -> unwatch(token, listener);
  }

  private void unwatch(TokenHash token, Consumer<GrantEnded> listener) {
    watchedByToken.computeIfPresent(
        token,
        (_, watched) -> {
          watched.listeners().remove(listener);
          if (!watched.listeners().isEmpty()) {
            return watched;
          }
          if (watched.expiresAt() != null) {
            expiries.remove(new Expiry(watched.expiresAt(), token));
          }
          return null;
        });
  }

  /// How many tokens are watched.
  public int size() {
    return watchedByToken.size();
  }

  /// Tells who watches these tokens that they are revoked.
  void revoked(Collection<TokenHash> tokens) {
    tokens.forEach(token -> end(token, GrantEnded.Reason.ACCESS_TOKEN_REVOKED));
  }

  private void look() {
    if (watchedByToken.isEmpty()) {
      lookedAt = null;
      return;
    }
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    try {
      Instant now = clock.instant();
      while (!expiries.isEmpty() && !expiries.first().at().isAfter(now)) {
        Expiry over = expiries.pollFirst();
        if (over != null) {
          end(over.token(), GrantEnded.Reason.ACCESS_TOKEN_EXPIRED);
        }
      }
      lookForRevoked(now);
    } catch (RuntimeException e) {
      log.warn("Revoked tokens can't be looked for; the next try is in a moment", e);
    } finally {
      looking.set(false);
    }
  }

  /// From a minute before the last look that succeeded. Before the first one nobody watched, and
  /// who does now has shown a token that was valid a moment ago.
  private void lookForRevoked(Instant now) {
    @Nullable Instant last = lookedAt;
    List<TokenHash> revoked = store.revokedSince((last == null ? now : last).minus(OVERLAP));
    lookedAt = now;
    for (TokenHash token : revoked) {
      if (watchedByToken.containsKey(token)) {
        forget.accept(token);
        end(token, GrantEnded.Reason.ACCESS_TOKEN_REVOKED);
      }
    }
  }

  private void end(TokenHash token, GrantEnded.Reason reason) {
    @Nullable Watched ended = watchedByToken.remove(token);
    if (ended == null) {
      return;
    }
    if (ended.expiresAt() != null) {
      expiries.remove(new Expiry(ended.expiresAt(), token));
    }
    for (Consumer<GrantEnded> listener : ended.listeners()) {
      try {
        listener.accept(new GrantEnded(token, reason));
      } catch (RuntimeException e) {
        log.error("A listener failed", e);
      }
    }
  }

  /// Looks no more.
  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
