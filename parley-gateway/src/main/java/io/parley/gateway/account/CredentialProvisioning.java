package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.store.credential.AccessToken;
import io.parley.store.credential.AccessTokens;
import io.parley.store.credential.LicenseOrigins;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.OAuthClients;
import io.parley.store.credential.TokenHash;
import io.parley.store.credential.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Makes credentials as a provisioning file says. Applying the same twice changes nothing; what the
/// file does not name stays. Blocks.
public final class CredentialProvisioning {
  private final PasswordProvisioning passwords;
  private final OAuthClients clients;
  private final LicenseOrigins origins;
  private final AccessTokens store;
  private final Tokens tokens;
  private final PasswordHasher hasher;
  private final InstantSource clock;

  /// A password as a provisioning file gives it.
  ///
  /// @param accountId the UUID of the agent's account
  public record WantedPassword(AgentId agentId, String accountId, String password) {

    /// Leaves the password out.
    @Override
    public String toString() {
      return "WantedPassword[" + agentId + "]";
    }
  }

  /// An application as a provisioning file describes one.
  ///
  /// @param clientSecret null for a public application
  /// @param consentRequired whether agents are asked before it acts for them
  public record WantedClient(
      String clientId,
      @Nullable String clientSecret,
      String name,
      List<String> redirectUris,
      Set<String> scopes,
      boolean consentRequired) {

    /// An application of the license's own.
    public WantedClient(
        String clientId,
        @Nullable String clientSecret,
        String name,
        List<String> redirectUris,
        Set<String> scopes) {
      this(clientId, clientSecret, name, redirectUris, scopes, false);
    }

    /// Leaves the secret out.
    @Override
    public String toString() {
      return "WantedClient[" + clientId + "]";
    }
  }

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
    this.passwords = new PasswordProvisioning(jdbi, hasher);
    this.clients = new OAuthClients(jdbi);
    this.origins = new LicenseOrigins(jdbi);
    this.store = new AccessTokens(jdbi);
    this.tokens = tokens;
    this.hasher = hasher;
    this.clock = clock;
  }

  /// Sets one agent's password, as [#putPasswords] does.
  public void putPassword(LicenseId licenseId, AgentId agentId, String accountId, String password) {
    putPasswords(licenseId, List.of(new WantedPassword(agentId, accountId, password)));
  }

  /// Sets agents' passwords. They are hashed anew only if they are not those that the agents have.
  public void putPasswords(LicenseId licenseId, List<WantedPassword> wanted) {
    passwords.put(licenseId, wanted, now());
  }

  /// Sets agents' passwords as [#putPasswords] does, one after another, with a breath before each,
  /// so that whoever else needs the processors hardly notices.
  ///
  /// @param breath called before each password; may block, and may throw to give up, in which case
  ///     those that were put stay put
  public void putPasswordsGently(
      LicenseId licenseId, List<WantedPassword> wanted, Runnable breath) {
    passwords.putGently(licenseId, wanted, now(), breath);
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
            wanted.scopes(),
            wanted.consentRequired()),
        now());
  }

  /// Makes these the websites whose pages may ask for the license's customers' tokens.
  ///
  /// @param origins like `https://shop.example`; none: every website may
  public void putOrigins(LicenseId licenseId, Set<String> origins) {
    this.origins.put(
        licenseId,
        origins.stream()
            .map(origin -> origin.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()));
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
