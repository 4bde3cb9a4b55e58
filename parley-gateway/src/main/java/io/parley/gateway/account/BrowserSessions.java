package io.parley.gateway.account;

import io.parley.store.credential.AccountCredential;
import io.parley.store.credential.AccountCredentials;
import io.parley.store.credential.SignInSession;
import io.parley.store.credential.SignInSessions;
import io.parley.store.credential.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The browsers of agents who are signed in. Blocks.
final class BrowserSessions {
  private final SignInSessions store;
  private final AccountCredentials credentials;
  private final Licenses licenses;
  private final TokenMint mint;
  private final InstantSource clock;
  private final Duration lifetime;

  /// What a browser's secret is worth.
  sealed interface Found {
    /// The agent is signed in.
    record Open(SignedIn signedIn) implements Found {}

    /// The agent was signed in: the password is another now, or the account is gone.
    record Lost() implements Found {}

    /// Nothing: there is none, or it is too old.
    record Nothing() implements Found {}
  }

  BrowserSessions(
      SignInSessions store,
      AccountCredentials credentials,
      Licenses licenses,
      TokenMint mint,
      InstantSource clock,
      Duration lifetime) {
    this.store = store;
    this.credentials = credentials;
    this.licenses = licenses;
    this.mint = mint;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  Found find(Optional<String> secret) {
    if (secret.isEmpty()) {
      return new Found.Nothing();
    }
    Optional<SignInSession> session = store.find(TokenHash.of(secret.get()));
    if (session.isEmpty() || !clock.instant().isBefore(session.get().expiresAt())) {
      return new Found.Nothing();
    }
    SignInSession found = session.get();
    Optional<Tenant> tenant =
        credentials
            .find(found.licenseId(), found.agentId())
            .filter(credential -> stamp(credential).equals(found.passwordStamp()))
            .flatMap(_ -> licenses.byId(found.licenseId()));
    if (tenant.isEmpty()) {
      store.remove(found.hash());
      return new Found.Lost();
    }
    return new Found.Open(
        new SignedIn(secret.get(), tenant.get(), found.agentId(), found.accountId()));
  }

  /// A new session of who has just shown that password.
  SignedIn open(AccountCredential credential) {
    Tenant tenant =
        licenses
            .byId(credential.licenseId())
            .orElseThrow(() -> new IllegalStateException("no license " + credential.licenseId()));
    String secret = mint.secret();
    Instant now = clock.instant();
    store.add(
        new SignInSession(
            TokenHash.of(secret),
            credential.licenseId(),
            credential.agentId(),
            credential.accountId(),
            stamp(credential),
            now,
            now.plus(lifetime)));
    return new SignedIn(secret, tenant, credential.agentId(), credential.accountId());
  }

  /// Ends a session.
  void close(SignedIn signedIn) {
    store.remove(TokenHash.of(signedIn.secret()));
  }

  private static TokenHash stamp(AccountCredential credential) {
    return TokenHash.of(credential.passwordHash());
  }
}
