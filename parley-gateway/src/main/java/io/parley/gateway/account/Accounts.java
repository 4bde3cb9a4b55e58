package io.parley.gateway.account;

import io.parley.store.credential.AccessTokens;
import io.parley.store.credential.BrowserIdentities;
import io.parley.store.credential.OAuthClients;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The room put together. Forgets, once an hour, what has expired.
public final class Accounts implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Accounts.class);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

  /// For how long the server still says "expired" of a token, and not "unknown".
  private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(1);

  private final Vertx vertx;
  private final AccountsPorts ports;
  private final AccountsConfig config;
  private final AccessTokens store;
  private final BrowserIdentities browsers;
  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
  private final Tokens tokens;
  private final AccountRoutes routes;
  private final CredentialProvisioning provisioning;
  private final long cleaning;

  /// Opens the room.
  ///
  /// @param jdbi the migrated database
  public Accounts(Vertx vertx, Jdbi jdbi, AccountsPorts ports, AccountsConfig config) {
    this.vertx = vertx;
    this.ports = ports;
    this.config = config;
    this.store = new AccessTokens(jdbi);
    this.browsers = new BrowserIdentities(jdbi);
    this.tokens = new Tokens(vertx, store, ports.licenses(), ports.clock(), blocking, config);
    this.routes =
        new AccountRoutes(
            vertx,
            grants(new OAuthClients(jdbi), new TokenMint(ports.randomness())),
            new TokenInspection(tokens, ports.clock()),
            config,
            blocking);
    this.provisioning =
        new CredentialProvisioning(
            jdbi,
            tokens,
            new PasswordHasher(ports.randomness(), PasswordHasher.Cost.DEFAULT),
            ports.clock());
    this.cleaning =
        vertx.setPeriodic(BETWEEN_CLEANINGS.toMillis(), _ -> blocking.execute(this::clean));
  }

  private CustomerGrants grants(OAuthClients clients, TokenMint mint) {
    return new CustomerGrants(
        ports.licenses(),
        ports.customers(),
        clients,
        tokens,
        new BrowserRecognition(browsers, mint, ports.ids(), ports.clock()),
        new CustomerTokens(ports.placement(), store, mint, ports.clock(), config.writerTimeout()),
        ports.ids(),
        config);
  }

  /// Says who comes in.
  public Tokens tokens() {
    return tokens;
  }

  /// The paths of the original accounts host.
  public AccountRoutes routes() {
    return routes;
  }

  /// Makes credentials as a provisioning file says.
  public CredentialProvisioning provisioning() {
    return provisioning;
  }

  /// Forgets customers' tokens that expired long ago, and browsers whose cookies have. Blocks.
  void clean() {
    Instant now = ports.clock().instant();
    try {
      store.removeExpired(now.minus(KEPT_AFTER_EXPIRY));
      browsers.removeUnseen(now.minus(config.cookieLifetime()));
    } catch (RuntimeException e) {
      log.warn("What has expired could not be forgotten; the next try is in an hour", e);
    }
  }

  /// Ends the cleaning, and waits for what runs.
  @Override
  public void close() {
    vertx.cancelTimer(cleaning);
    blocking.close();
  }
}
