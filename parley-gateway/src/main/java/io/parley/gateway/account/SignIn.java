package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.gateway.account.limit.SignInThrottle;
import io.parley.store.credential.AccountCredential;
import io.parley.store.credential.AccountCredentials;
import io.parley.store.credential.AgentPermissions;
import io.parley.store.credential.AuthEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets agents in by their passwords. Blocks.
///
/// How long an answer takes does not tell whether there is such an agent: somebody's password is
/// checked in any case.
final class SignIn {
  /// A person may be an agent of several licenses; more are not looked at.
  private static final int MOST_LICENSES = 8;

  private final AccountCredentials credentials;
  private final AgentPermissions permissions;
  private final BrowserSessions sessions;
  private final PasswordHasher hasher;
  private final SignInThrottle throttle;
  private final Audit audit;
  private final AuthorizationConfig config;

  /// What somebody typed.
  ///
  /// @param licenseId chosen among several; empty if there was no choice
  record Typed(String login, String password, Optional<Long> licenseId, String address) {
    /// Leaves the password out.
    @Override
    public String toString() {
      return "Typed[" + login + "]";
    }
  }

  /// What came of it.
  sealed interface Outcome {
    /// The agent is signed in.
    record In(SignedIn signedIn) implements Outcome {}

    /// The agent must say of which license.
    record Several(List<LicenseId> licenses) implements Outcome {}

    /// The agent is not signed in.
    record Refused(IdentityError error) implements Outcome {}

    /// Too many attempts: this one was not looked at.
    record TooEarly(Duration patience) implements Outcome {}
  }

  SignIn(
      AccountCredentials credentials,
      AgentPermissions permissions,
      BrowserSessions sessions,
      PasswordHasher hasher,
      SignInThrottle throttle,
      Audit audit,
      AuthorizationConfig config) {
    this.credentials = credentials;
    this.permissions = permissions;
    this.sessions = sessions;
    this.hasher = hasher;
    this.throttle = throttle;
    this.audit = audit;
    this.config = config;
  }

  /// Signs in to where the application is.
  Outcome attempt(AuthorizeRequest request, Typed typed) {
    Optional<Duration> wait = throttle.begin(typed.login(), typed.address());
    if (wait.isPresent()) {
      return new Outcome.TooEarly(wait.get());
    }
    if (!config.passwordSignIn()) {
      return refused(IdentityError.CREDENTIALS_LOGIN_DISABLED, null, request, typed);
    }
    List<AccountCredential> own = rightOnes(typed);
    if (own.isEmpty()) {
      return refused(IdentityError.UNAUTHORIZED, null, request, typed);
    }
    throttle.succeeded(typed.login(), typed.address());
    List<AccountCredential> there =
        own.stream()
            .filter(each -> request.clientIn(each.licenseId()).isPresent())
            .filter(each -> permissions.find(each.licenseId(), each.agentId()).isPresent())
            .filter(each -> isChosen(typed, each))
            .toList();
    if (there.isEmpty()) {
      return refused(IdentityError.ACCESS_DENIED, own.getFirst().licenseId(), request, typed);
    }
    if (there.size() > 1) {
      return new Outcome.Several(there.stream().map(AccountCredential::licenseId).toList());
    }
    AccountCredential credential = there.getFirst();
    SignedIn signedIn = sessions.open(credential);
    record(AuthEvent.OK, credential.licenseId(), request, typed);
    return new Outcome.In(signedIn);
  }

  private static boolean isChosen(Typed typed, AccountCredential credential) {
    return typed.licenseId().isEmpty() || typed.licenseId().get() == credential.licenseId().value();
  }

  private List<AccountCredential> rightOnes(Typed typed) {
    List<AccountCredential> known = credentials.withLogin(typed.login(), MOST_LICENSES);
    if (known.isEmpty()) {
      hasher.pretend(typed.password());
      return List.of();
    }
    return known.stream()
        .filter(each -> hasher.verify(typed.password(), each.passwordHash()))
        .toList();
  }

  private Outcome refused(
      IdentityError error, @Nullable LicenseId licenseId, AuthorizeRequest request, Typed typed) {
    record(error.wireName(), licenseId, request, typed);
    return new Outcome.Refused(error);
  }

  private void record(
      String outcome, @Nullable LicenseId licenseId, AuthorizeRequest request, Typed typed) {
    audit.add(
        licenseId,
        AuthEvent.Action.SIGN_IN,
        outcome,
        typed.login(),
        request.clientId(),
        typed.address());
  }
}
