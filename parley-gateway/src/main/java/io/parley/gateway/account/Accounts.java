package io.parley.gateway.account;

import io.parley.gateway.account.limit.AddressLimit;
import io.parley.store.credential.AccessTokens;
import io.parley.store.credential.AgentGrants;
import io.parley.store.credential.AgentPermissions;
import io.parley.store.credential.AuthAudit;
import io.parley.store.credential.BrowserIdentities;
import io.parley.store.credential.IdentityTransfers;
import io.parley.store.credential.LicenseOrigins;
import io.parley.store.credential.OAuthClients;
import io.vertx.core.Vertx;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;

/// The room put together.
public final class Accounts implements AutoCloseable {
  private final AccountsPorts ports;
  private final AccountsConfig config;
  private final Jdbi jdbi;
  private final AccessTokens store;
  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
  private final PasswordHasher hasher;
  private final TokenMint mint;
  private final Tokens tokens;
  private final GrantWatch watch;
  private final Revocation revocation;
  private final AccountRoutes routes;
  private final CredentialProvisioning provisioning;
  private final CredentialAdministration administration;
  private final Cleaning cleaning;

  /// Opens the room.
  ///
  /// @param jdbi the migrated database
  public Accounts(Vertx vertx, Jdbi jdbi, AccountsPorts ports, AccountsConfig config) {
    this.ports = ports;
    this.config = config;
    this.jdbi = jdbi;
    this.store = new AccessTokens(jdbi);
    this.hasher = new PasswordHasher(ports.randomness(), config.authorization().passwordCost());
    this.mint = new TokenMint(ports.randomness());
    this.tokens = new Tokens(vertx, store, ports.licenses(), ports.clock(), blocking, config);
    this.watch = new GrantWatch(vertx, store, ports.clock(), blocking, tokens::forget);
    var audit = new Audit(new AuthAudit(jdbi), ports.clock());
    this.revocation = new Revocation(new AgentGrants(jdbi), tokens, watch, audit, ports.clock());
    this.provisioning = new CredentialProvisioning(jdbi, tokens, hasher, ports.clock());
    this.administration =
        new CredentialAdministration(
            jdbi, ports.licenses(), ports.randomness(), ports.clock(), hasher, revocation::ended);
    this.routes = routes(new OffLoop(vertx, blocking), audit, administration);
    this.cleaning = new Cleaning(vertx, jdbi, ports.clock(), blocking, config);
  }

  private AccountRoutes routes(
      OffLoop offLoop, Audit audit, CredentialAdministration administration) {
    var clients = new OAuthClients(jdbi);
    var check =
        new CustomerRequestCheck(
            ports.licenses(), ports.customers(), clients, tokens, new AgentPermissions(jdbi));
    var issuer =
        new CustomerTokens(ports.placement(), store, mint, ports.clock(), config.writerTimeout());
    var transfers =
        new IdentityTransferGrants(
            check,
            new IdentityTransfers(jdbi),
            ports.licenses(),
            issuer,
            mint,
            ports.clock(),
            config);
    var seal = new TokenSeal(ports.randomness());
    var agents = new AgentAuthorization(jdbi, ports, config, hasher, mint, seal, revocation, audit);
    return new AccountRoutes(
        offLoop,
        customerGrants(check, transfers, issuer),
        transfers,
        agents.tokenGrants(),
        new TokenInspection(tokens, store, revocation, seal, ports.clock()),
        agents.pages(offLoop),
        agents.tokenPages(offLoop, administration),
        ports.letters().map(letters -> passwords(offLoop, letters, audit)),
        config);
  }

  private PasswordRoutes passwords(OffLoop offLoop, AgentLetters letters, Audit audit) {
    return new PasswordRoutes(
        offLoop,
        blocking,
        new PasswordChoice(jdbi, hasher, audit, ports.clock()),
        letters,
        ports.clock(),
        config.addresses().forwardedTrusted());
  }

  private CustomerGrants customerGrants(
      CustomerRequestCheck check, IdentityTransferGrants transfers, CustomerTokens issuer) {
    return new CustomerGrants(
        check,
        new AllowedOrigins(new LicenseOrigins(jdbi)),
        new AddressLimit(
            config.addresses().cookieGrantsPerSecond(),
            config.addresses().cookieGrantBurst(),
            ports.clock()),
        new BrowserRecognition(new BrowserIdentities(jdbi), mint, ports.ids(), ports.clock()),
        transfers,
        issuer,
        ports.ids(),
        config);
  }

  /// Says who comes in.
  public Tokens tokens() {
    return tokens;
  }

  /// Says when a token that let somebody in ends.
  public GrantWatch watch() {
    return watch;
  }

  /// The paths of the original accounts host.
  public AccountRoutes routes() {
    return routes;
  }

  /// Makes credentials as a provisioning file says.
  public CredentialProvisioning provisioning() {
    return provisioning;
  }

  /// Adds and removes applications and personal tokens.
  public CredentialAdministration administration() {
    return administration;
  }

  Revocation revocation() {
    return revocation;
  }

  Cleaning cleaning() {
    return cleaning;
  }

  /// Ends what runs by itself, and waits for what is under way.
  @Override
  public void close() {
    cleaning.close();
    watch.close();
    blocking.close();
  }
}
