package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
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

/// Adds and removes applications and personal tokens while the server runs, or beside it. Secrets
/// are told once, when they are made. Blocks.
public final class CredentialAdministration {
  private static final int CLIENT_ID_BYTES = 16;

  private final OAuthClients clients;
  private final PersonalTokens personal;
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
    this.licenses = licenses;
    this.randomness = randomness;
    this.mint = new TokenMint(randomness);
    this.hasher = hasher;
    this.audit = new Audit(new AuthAudit(jdbi), clock);
    this.clock = clock;
    this.ended = ended;
  }

  /// Adds an application.
  ///
  /// @return empty if there is no such license
  public Optional<MadeClient> addClient(LicenseId licenseId, NewClient wanted) {
    if (licenses.byId(licenseId).isEmpty()) {
      return Optional.empty();
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
    return Optional.of(new MadeClient(client, secret));
  }

  /// The license's applications, by name.
  public List<OAuthClient> clients(LicenseId licenseId) {
    return clients.of(licenseId);
  }

  /// Removes an application; its tokens are revoked.
  ///
  /// @return false if there was no such application
  public boolean removeClient(LicenseId licenseId, String clientId) {
    Optional<List<TokenHash>> over = clients.remove(licenseId, clientId, now());
    over.ifPresent(ended);
    over.ifPresent(_ -> record(licenseId, "removed", clientId));
    return over.isPresent();
  }

  /// Gives an application another secret; the old one is void at once, its tokens stay.
  ///
  /// @return empty if there is no such application, or it can't keep a secret
  public Optional<String> rotateSecret(LicenseId licenseId, String clientId) {
    Optional<OAuthClient> client =
        clients.find(licenseId, clientId).filter(each -> !each.isPublic());
    if (client.isEmpty()) {
      return Optional.empty();
    }
    String secret = mint.secret();
    clients.put(client.get().withSecretHash(hasher.hash(secret)), now());
    record(licenseId, "secret_rotated", clientId);
    return Optional.of(secret);
  }

  /// Makes a personal token for an agent.
  ///
  /// @param accountId the UUID of the agent's account
  /// @return empty if there is no such license
  public Optional<MadeToken> createToken(
      LicenseId licenseId, AgentId agentId, String accountId, String name, Set<String> scopes) {
    return licenses
        .byId(licenseId)
        .map(
            tenant -> {
              String secret = mint.token(tenant);
              var token =
                  new PersonalToken(
                      TokenHash.of(secret),
                      licenseId,
                      agentId,
                      accountId,
                      name,
                      scopes,
                      now(),
                      null);
              personal.add(token);
              audit.add(
                  licenseId,
                  AuthEvent.Action.PERSONAL_TOKEN,
                  AuthEvent.OK,
                  agentId.value(),
                  null,
                  null);
              return new MadeToken(token, secret);
            });
  }

  /// The agent's personal tokens, the oldest first, revoked ones included.
  public List<PersonalToken> tokens(LicenseId licenseId, AgentId agentId) {
    return personal.list(licenseId, agentId);
  }

  /// Revokes one of the agent's personal tokens.
  ///
  /// @param id as [PersonalToken#id] says it
  /// @return false if the agent has no such token, or it was revoked before
  public boolean revokeToken(LicenseId licenseId, AgentId agentId, String id) {
    Optional<TokenHash> revoked = personal.revoke(licenseId, agentId, id, now());
    revoked.ifPresent(
        token -> {
          ended.accept(List.of(token));
          audit.add(licenseId, AuthEvent.Action.REVOKE, AuthEvent.OK, agentId.value(), null, null);
        });
    return revoked.isPresent();
  }

  private void record(LicenseId licenseId, String outcome, String clientId) {
    audit.add(licenseId, AuthEvent.Action.CLIENT, outcome, null, clientId, null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
