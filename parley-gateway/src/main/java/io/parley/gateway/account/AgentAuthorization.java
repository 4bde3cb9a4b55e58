package io.parley.gateway.account;

import io.parley.gateway.account.limit.AddressLimit;
import io.parley.gateway.account.limit.LoopGuard;
import io.parley.gateway.account.limit.SignInThrottle;
import io.parley.store.credential.AccountCredentials;
import io.parley.store.credential.AgentGrants;
import io.parley.store.credential.AgentPermissions;
import io.parley.store.credential.AuthorizationCodes;
import io.parley.store.credential.Consents;
import io.parley.store.credential.OAuthClients;
import io.parley.store.credential.RefreshTokens;
import io.parley.store.credential.SignInSessions;
import org.jdbi.v3.core.Jdbi;

/// The part of the room where applications get agents' tokens, put together.
final class AgentAuthorization {
  /// How many secrets of applications one address may have checked slowly, in the long run and at
  /// once.
  private static final int SLOW_CHECKS_PER_SECOND = 10;

  private static final int SLOW_CHECK_BURST = 200;

  private final Jdbi jdbi;
  private final AccountsPorts ports;
  private final AccountsConfig config;
  private final PasswordHasher hasher;
  private final TokenMint mint;
  private final Revocation revocation;
  private final Audit audit;
  private final OAuthClients clients;
  private final AccountCredentials credentials;
  private final AgentPermissions permissions;
  private final AuthorizationCodes codes;
  private final AgentTokens issuer;

  AgentAuthorization(
      Jdbi jdbi,
      AccountsPorts ports,
      AccountsConfig config,
      PasswordHasher hasher,
      TokenMint mint,
      TokenSeal seal,
      Revocation revocation,
      Audit audit) {
    this.jdbi = jdbi;
    this.ports = ports;
    this.config = config;
    this.hasher = hasher;
    this.mint = mint;
    this.revocation = revocation;
    this.audit = audit;
    this.clients = new OAuthClients(jdbi);
    this.credentials = new AccountCredentials(jdbi);
    this.permissions = new AgentPermissions(jdbi);
    this.codes = new AuthorizationCodes(jdbi);
    this.issuer =
        new AgentTokens(
            new AgentGrants(jdbi), revocation, mint, seal, ports.clock(), config.authorization());
  }

  /// For programs.
  TokenGrants tokenGrants() {
    return new TokenGrants(
        new TokenGrants.Parts(
            ports.licenses(),
            permissions,
            codes,
            new RefreshTokens(jdbi),
            new ClientAuthentication(
                clients,
                hasher,
                new AddressLimit(SLOW_CHECKS_PER_SECOND, SLOW_CHECK_BURST, ports.clock())),
            issuer,
            revocation,
            audit,
            ports.clock()));
  }

  /// For people.
  AuthorizeRoutes pages(OffLoop offLoop) {
    AuthorizationConfig settings = config.authorization();
    BrowserSessions sessions = sessions();
    return new AuthorizeRoutes(
        offLoop,
        new AuthorizeDecoder(clients, ports.licenses(), settings),
        authorization(settings),
        new SignIn(
            credentials,
            permissions,
            sessions,
            hasher,
            new SignInThrottle(ports.clock()),
            audit,
            settings),
        sessions,
        new BrowserCookies(mint, settings.sessionLifetime()),
        ports.letters().map(_ -> PasswordRoutes.FORGOTTEN),
        config.addresses().forwardedTrusted());
  }

  /// For people who write programs.
  PersonalTokenRoutes tokenPages(OffLoop offLoop, CredentialAdministration administration) {
    return new PersonalTokenRoutes(
        offLoop,
        sessions(),
        new BrowserCookies(mint, config.authorization().sessionLifetime()),
        administration,
        permissions,
        mint,
        config.addresses().forwardedTrusted());
  }

  private BrowserSessions sessions() {
    return new BrowserSessions(
        new SignInSessions(jdbi),
        credentials,
        ports.licenses(),
        mint,
        ports.clock(),
        config.authorization().sessionLifetime());
  }

  private Authorization authorization(AuthorizationConfig settings) {
    return new Authorization(
        new Authorization.Parts(
            permissions,
            new Consents(jdbi),
            codes,
            issuer,
            mint,
            new LoopGuard(settings.redirectsPerWindow(), settings.redirectWindow(), ports.clock()),
            audit,
            ports.ids(),
            ports.clock()),
        settings);
  }
}
