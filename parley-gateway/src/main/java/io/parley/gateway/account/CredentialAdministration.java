package io.parley.gateway.account;

import io.parley.core.agent.Permission;
import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.store.credential.AccountCredential;
import io.parley.store.credential.AccountCredentials;
import io.parley.store.credential.AgentPermissions;
import io.parley.store.credential.AuthAudit;
import io.parley.store.credential.AuthEvent;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.OAuthClients;
import io.parley.store.credential.PersonalToken;
import io.parley.store.credential.PersonalTokens;
import io.parley.store.credential.TokenHash;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Adds and removes applications, passwords and personal tokens while the server runs, or beside
/// it. Secrets are told once, when they are made. Blocks.
public final class CredentialAdministration {
  private static final int CLIENT_ID_BYTES = 16;

  private final OAuthClients clients;
  private final PersonalTokens personal;
  private final AgentPermissions agents;
  private final AccountCredentials passwords;
  private final Licenses licenses;
  private final Randomness randomness;
  private final TokenMint mint;
  private final PasswordHasher hasher;
  private final Audit audit;
  private final InstantSource clock;
  private final Consumer<List<TokenHash>> ended;

  /// An application to be made.
  ///
  /// @param secret whether it can keep one
  /// @param consentRequired whether agents are asked before it acts for them
  public record NewClient(
      String name,
      boolean secret,
      List<String> redirectUris,
      Set<String> scopes,
      boolean consentRequired) {}

  /// An application that was made.
  ///
  /// @param secret told only now; null if it has none
  public record MadeClient(OAuthClient client, @Nullable String secret) {
    /// Leaves the secret out.
    @Override
    public String toString() {
      return "MadeClient[" + client + "]";
    }
  }

  /// A personal token that was made.
  ///
  /// @param secret told only now
  public record MadeToken(PersonalToken token, String secret) {
    /// Leaves the secret out.
    @Override
    public String toString() {
      return "MadeToken[" + token.id() + "]";
    }
  }

  /// @param ended told which access tokens end; a process beside the server needs to do nothing,
  ///     since servers look for revoked tokens themselves
  public CredentialAdministration(
      Jdbi jdbi,
      Licenses licenses,
      Randomness randomness,
      InstantSource clock,
      PasswordHasher hasher,
      Consumer<List<TokenHash>> ended) {
    this.clients = new OAuthClients(jdbi);
    this.personal = new PersonalTokens(jdbi);
    this.agents = new AgentPermissions(jdbi);
    this.passwords = new AccountCredentials(jdbi);
    this.licenses = licenses;
    this.randomness = randomness;
    this.mint = new TokenMint(randomness);
    this.hasher = hasher;
    this.audit = new Audit(new AuthAudit(jdbi), clock);
    this.clock = clock;
    this.ended = ended;
  }

  /// Adds an application.
  public Administered<MadeClient> addClient(LicenseId licenseId, NewClient wanted) {
    if (licenses.byId(licenseId).isEmpty()) {
      return noLicense(licenseId);
    }
    Optional<String> badAddress =
        wanted.redirectUris().stream().filter(each -> !RedirectUris.isUsable(each)).findFirst();
    if (badAddress.isPresent()) {
      return refused(
          "%s can't be a redirect address: it needs scheme and host, and neither query nor fragment"
              .formatted(badAddress.get()));
    }
    Optional<String> unknown = ScopeTable.unknown(wanted.scopes());
    if (unknown.isPresent()) {
      return refused("%s is no scope".formatted(unknown.get()));
    }
    @Nullable String secret = wanted.secret() ? mint.secret() : null;
    var client =
        new OAuthClient(
            licenseId,
            HexFormat.of().formatHex(randomness.bytes(CLIENT_ID_BYTES)),
            secret == null ? null : hasher.hash(secret),
            wanted.name(),
            wanted.redirectUris(),
            wanted.scopes(),
            wanted.consentRequired());
    clients.put(client, now());
    record(licenseId, "added", client.clientId());
    return new Administered.Done<>(new MadeClient(client, secret));
  }

  /// The license's applications, by name.
  public Administered<List<OAuthClient>> clients(LicenseId licenseId) {
    return licenses.byId(licenseId).isEmpty()
        ? noLicense(licenseId)
        : new Administered.Done<>(clients.of(licenseId));
  }

  /// Removes an application; its tokens are revoked.
  ///
  /// @return how many access tokens that were
  public Administered<Integer> removeClient(LicenseId licenseId, String clientId) {
    Optional<List<TokenHash>> over = clients.remove(licenseId, clientId, now());
    if (over.isEmpty()) {
      return noClient(licenseId, clientId);
    }
    ended.accept(over.get());
    record(licenseId, "removed", clientId);
    return new Administered.Done<>(over.get().size());
  }

  /// Gives an application another secret; the old one is void at once, its tokens stay.
  ///
  /// @return the secret
  public Administered<String> rotateSecret(LicenseId licenseId, String clientId) {
    Optional<OAuthClient> client = clients.find(licenseId, clientId);
    if (client.isEmpty()) {
      return noClient(licenseId, clientId);
    }
    if (client.get().isPublic()) {
      return refused("application %s keeps no secret".formatted(clientId));
    }
    String secret = mint.secret();
    clients.put(client.get().withSecretHash(hasher.hash(secret)), now());
    record(licenseId, "secret_rotated", clientId);
    return new Administered.Done<>(secret);
  }

  /// Makes a personal token for an agent.
  ///
  /// @param name what the agent calls it
  /// @param scopes no more than the agent may do; `*`: all of that
  /// @param address of the browser that asks for it; null if it is a command
  public Administered<MadeToken> createToken(
      LicenseId licenseId,
      AgentId agentId,
      String name,
      Set<String> scopes,
      @Nullable String address) {
    Optional<Tenant> tenant = licenses.byId(licenseId);
    if (tenant.isEmpty()) {
      return noLicense(licenseId);
    }
    Optional<Permission> permission = agents.find(licenseId, agentId);
    Optional<String> accountId = agents.accountOf(licenseId, agentId);
    if (permission.isEmpty() || accountId.isEmpty()) {
      return noAgent(licenseId, agentId);
    }
    Optional<String> unknown = ScopeTable.unknown(scopes);
    if (unknown.isPresent()) {
      return refused("%s is no scope".formatted(unknown.get()));
    }
    Optional<Set<String>> given = ScopeTable.given(scopes, permission.get());
    if (given.isEmpty()) {
      return refused("agent %s may not do all that".formatted(agentId.value()));
    }
    String secret = mint.token(tenant.get());
    var token =
        new PersonalToken(
            TokenHash.of(secret),
            licenseId,
            agentId,
            accountId.get(),
            name,
            given.get(),
            now(),
            null);
    personal.add(token);
    record(licenseId, AuthEvent.Action.PERSONAL_TOKEN, agentId, address);
    return new Administered.Done<>(new MadeToken(token, secret));
  }

  /// The agent's personal tokens, the oldest first, revoked ones included.
  public Administered<List<PersonalToken>> tokens(LicenseId licenseId, AgentId agentId) {
    return agents.find(licenseId, agentId).isEmpty()
        ? noAgent(licenseId, agentId)
        : new Administered.Done<>(personal.list(licenseId, agentId));
  }

  /// Revokes one of the agent's personal tokens.
  ///
  /// @param id as [PersonalToken#id] says it
  /// @param address of the browser that asks for it; null if it is a command
  public Administered<String> revokeToken(
      LicenseId licenseId, AgentId agentId, String id, @Nullable String address) {
    Optional<TokenHash> revoked = personal.revoke(licenseId, agentId, id, now());
    if (revoked.isEmpty()) {
      return refused(
          "agent %s of license %d has no valid personal token %s"
              .formatted(agentId.value(), licenseId.value(), id));
    }
    ended.accept(List.of(revoked.get()));
    record(licenseId, AuthEvent.Action.REVOKE, agentId, address);
    return new Administered.Done<>(id);
  }

  /// Gives an agent another password; the old one is void at once, sign-ins and tokens stay.
  ///
  /// @return the password, told only now
  public Administered<String> newPassword(LicenseId licenseId, AgentId agentId) {
    Optional<String> accountId = agents.accountOf(licenseId, agentId);
    if (accountId.isEmpty()) {
      return noAgent(licenseId, agentId);
    }
    String password = mint.secret();
    passwords.choose(
        new AccountCredential(licenseId, agentId, accountId.get(), hasher.hash(password)), now());
    record(licenseId, AuthEvent.Action.PASSWORD, agentId, null);
    return new Administered.Done<>(password);
  }

  private static <T> Administered<T> noLicense(LicenseId licenseId) {
    return refused("there is no license %d".formatted(licenseId.value()));
  }

  private static <T> Administered<T> noClient(LicenseId licenseId, String clientId) {
    return refused("license %d has no application %s".formatted(licenseId.value(), clientId));
  }

  private static <T> Administered<T> noAgent(LicenseId licenseId, AgentId agentId) {
    return refused("license %d has no agent %s".formatted(licenseId.value(), agentId.value()));
  }

  private static <T> Administered<T> refused(String reason) {
    return new Administered.Refused<>(reason);
  }

  private void record(LicenseId licenseId, String outcome, String clientId) {
    audit.add(licenseId, AuthEvent.Action.CLIENT, outcome, null, clientId, null);
  }

  private void record(
      LicenseId licenseId, AuthEvent.Action action, AgentId agentId, @Nullable String address) {
    audit.add(licenseId, action, AuthEvent.OK, agentId.value(), null, address);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
