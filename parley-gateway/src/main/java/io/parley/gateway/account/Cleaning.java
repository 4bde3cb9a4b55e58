package io.parley.gateway.account;

import io.parley.store.credential.AccessTokens;
import io.parley.store.credential.AuthAudit;
import io.parley.store.credential.AuthorizationCodes;
import io.parley.store.credential.BrowserIdentities;
import io.parley.store.credential.IdentityTransfers;
import io.parley.store.credential.PasswordLinks;
import io.parley.store.credential.RefreshTokens;
import io.parley.store.credential.SignInSessions;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets, once an hour, what has expired.
final class Cleaning implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Cleaning.class);
  private static final Duration INTERVAL = Duration.ofHours(1);

  /// For how long the server still says "expired" or "used" of something, and not "unknown".
  private static final Duration KEPT_AFTER_END = Duration.ofDays(1);

  private final Vertx vertx;
  private final Jdbi jdbi;
  private final InstantSource clock;
  private final AccountsConfig config;
  private final long timer;

  Cleaning(Vertx vertx, Jdbi jdbi, InstantSource clock, Executor blocking, AccountsConfig config) {
    this.vertx = vertx;
    this.jdbi = jdbi;
    this.clock = clock;
    this.config = config;
    this.timer = vertx.setPeriodic(INTERVAL.toMillis(), _ -> blocking.execute(this::clean));
  }

  /// Forgets now. Blocks.
  void clean() {
    Instant now = clock.instant();
    Instant over = now.minus(KEPT_AFTER_END);
    try {
      new AccessTokens(jdbi).removeExpired(over);
      new RefreshTokens(jdbi).removeEnded(over);
      new AuthorizationCodes(jdbi).removeExpired(over);
      new SignInSessions(jdbi).removeExpired(over);
      new IdentityTransfers(jdbi).removeExpired(over);
      new PasswordLinks(jdbi).removeExpired(over);
      new BrowserIdentities(jdbi).removeUnseen(now.minus(config.cookieLifetime()));
      new AuthAudit(jdbi).removeBefore(now.minus(config.authorization().auditRetention()));
    } catch (RuntimeException e) {
      log.warn("What has expired could not be forgotten; the next try is in an hour", e);
    }
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
