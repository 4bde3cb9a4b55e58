package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.store.credential.AccessToken;
import io.parley.store.credential.AccessTokens;
import io.parley.store.credential.AccountCredential;
import io.parley.store.credential.AccountCredentials;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.OAuthClients;
import io.parley.store.credential.TokenHash;
import io.parley.store.credential.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Makes credentials as a provisioning file says. Applying the same twice changes nothing; what the
/// file does not name stays. Blocks.
public final class CredentialProvisioning {
  private final AccountCredentials accounts;
  private final OAuthClients clients;
  private final AccessTokens store;
  private final Tokens tokens;
  private final PasswordHasher hasher;
  private final InstantSource clock;

  /// An application as a provisioning file describes one.
  ///
  /// @param clientSecret null for a public application
  public record WantedClient(
      String clientId,
      @Nullable String clientSecret,
      String name,
      List<String> redirectUris,
      Set<String> scopes) {}

  /// A token as a provisioning file describes one.
  ///
  /// @param accountId the UUID of the agent's account
  /// @param clientId the application that it counts as issued to; null for none
  /// @param scopes `*`: every scope
  /// @param lifetime counted from when the token was first put; zero: without end
  public record WantedToken(
      String token,
      AgentId agentId,
      String accountId,
      @Nullable String clientId,
      Set<String> scopes,
      Duration lifetime) {

    /// Leaves the token out.
    @Override
    public String toString() {
      return "WantedToken[" + agentId + "]";
    }
  }

  CredentialProvisioning(Jdbi jdbi, Tokens tokens, PasswordHasher hasher, InstantSource clock) {
    this.accounts = new AccountCredentials(jdbi);
    this.clients = new OAuthClients(jdbi);
    this.store = new AccessTokens(jdbi);
    this.tokens = tokens;
    this.hasher = hasher;
    this.clock = clock;
  }

  /// Sets an agent's password. It is hashed anew only if it is not the one that the agent has.
  public void putPassword(LicenseId licenseId, AgentId agentId, String accountId, String password) {
    String hash =
        accounts
            .find(licenseId, agentId)
            .map(AccountCredential::passwordHash)
            .filter(old -> hasher.verify(password, old))
            .orElseGet(() -> hasher.hash(password));
    accounts.put(new AccountCredential(licenseId, agentId, accountId, hash), now());
  }

  /// Makes an application.
  public void putClient(LicenseId licenseId, WantedClient wanted) {
    clients.put(
        new OAuthClient(
            licenseId,
            wanted.clientId(),
            secretHash(licenseId, wanted),
            wanted.name(),
            wanted.redirectUris(),
            wanted.scopes()),
        now());
  }

  /// Makes an agent's token.
  ///
  /// @return false if the token is another license's: then nothing is changed
  public boolean putAgentToken(LicenseId licenseId, WantedToken wanted) {
    return put(licenseId, wanted, TokenKind.AGENT);
  }

  /// Makes an agent's personal token.
  ///
  /// @return false if the token is another license's: then nothing is changed
  public boolean putPersonalToken(LicenseId licenseId, WantedToken wanted) {
    return put(licenseId, wanted, TokenKind.PERSONAL);
  }

  private boolean put(LicenseId licenseId, WantedToken wanted, TokenKind kind) {
    TokenHash hash = TokenHash.of(wanted.token());
    Instant now = now();
    boolean done =
        store.put(
            new AccessToken(
                hash,
                licenseId,
                kind,
                wanted.agentId(),
                wanted.accountId(),
                wanted.clientId(),
                wanted.scopes(),
                now,
                wanted.lifetime().isZero() ? null : now.plus(wanted.lifetime()),
                null));
    tokens.forget(hash);
    return done;
  }

  private @Nullable String secretHash(LicenseId licenseId, WantedClient wanted) {
    String secret = wanted.clientSecret();
    if (secret == null) {
      return null;
    }
    Optional<String> kept =
        clients
            .find(licenseId, wanted.clientId())
            .map(OAuthClient::secretHash)
            .filter(old -> hasher.verify(secret, old));
    return kept.orElseGet(() -> hasher.hash(secret));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
