package io.parley.gateway.account;

import io.parley.core.agent.Permission;
import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.gateway.account.limit.LoopGuard;
import io.parley.protocol.scope.Scopes;
import io.parley.runtime.IdSource;
import io.parley.store.credential.AgentGrant;
import io.parley.store.credential.AgentPermissions;
import io.parley.store.credential.AuthEvent;
import io.parley.store.credential.AuthorizationCode;
import io.parley.store.credential.AuthorizationCodes;
import io.parley.store.credential.Consents;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.TokenHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Decides what comes next in an agent's browser when an application asks for something: signing
/// in, asking the agent, or the answer. Blocks.
final class Authorization {
  private final AgentPermissions permissions;
  private final Consents consents;
  private final AuthorizationCodes codes;
  private final AgentTokens issuer;
  private final TokenMint mint;
  private final LoopGuard loops;
  private final Audit audit;
  private final IdSource ids;
  private final InstantSource clock;
  private final AuthorizationConfig config;

  /// What comes next.
  sealed interface Step {
    /// Somebody must sign in.
    record SignIn(Optional<IdentityError> because) implements Step {}

    /// The agent must be asked.
    record Consent(OAuthClient client, SignedIn signedIn, Set<String> scopes) implements Step {}

    /// The application gets what it wants.
    record Answer(AuthorizeAnswer answer) implements Step {}

    /// The application gets nothing.
    record Refusal(OAuthError error) implements Step {}
  }

  /// What the room is built on.
  record Parts(
      AgentPermissions permissions,
      Consents consents,
      AuthorizationCodes codes,
      AgentTokens issuer,
      TokenMint mint,
      LoopGuard loops,
      Audit audit,
      IdSource ids,
      InstantSource clock) {}

  /// Who asked, and from where.
  ///
  /// @param unseen whether the agent has done nothing just now
  record Visit(SignedIn signedIn, String address, boolean unseen) {}

  /// For which application, and how much of it.
  private record Wanted(OAuthClient client, Set<String> scopes) {}

  /// Whose rounds are counted.
  private record Round(LicenseId licenseId, AgentId agentId, String clientId) {}

  Authorization(Parts parts, AuthorizationConfig config) {
    this.permissions = parts.permissions();
    this.consents = parts.consents();
    this.codes = parts.codes();
    this.issuer = parts.issuer();
    this.mint = parts.mint();
    this.loops = parts.loops();
    this.audit = parts.audit();
    this.ids = parts.ids();
    this.clock = parts.clock();
    this.config = config;
  }

  /// The next step for an agent who is signed in.
  Step next(AuthorizeRequest request, Visit visit) {
    Optional<OAuthClient> client = request.clientIn(visit.signedIn().tenant().licenseId());
    if (client.isEmpty()) {
      return new Step.SignIn(Optional.of(IdentityError.ACCESS_DENIED));
    }
    Optional<Permission> permission = permission(visit.signedIn());
    if (permission.isEmpty()) {
      return new Step.SignIn(Optional.of(IdentityError.IDENTITY_LOST));
    }
    Optional<Set<String>> scopes = scopes(request, client.get(), permission.get());
    if (scopes.isEmpty()) {
      return refused(request, visit, beyondPermission());
    }
    var wanted = new Wanted(client.get(), scopes.get());
    if (request.isConsentForced() || lacksConsent(visit.signedIn(), wanted)) {
      return request.isUnseen()
          ? refused(
              request,
              visit,
              new OAuthError(OAuthError.Code.MISSING_GRANT, "The agent has not allowed it yet"))
          : new Step.Consent(wanted.client(), visit.signedIn(), wanted.scopes());
    }
    if (visit.unseen() && !loops.admit(round(visit.signedIn(), request))) {
      return refused(request, visit, tooManyRedirects());
    }
    return answered(request, visit, wanted);
  }

  /// The next step after the agent was asked.
  Step decided(AuthorizeRequest request, Visit visit, boolean allowed) {
    Optional<OAuthClient> client = request.clientIn(visit.signedIn().tenant().licenseId());
    Optional<Permission> permission = permission(visit.signedIn());
    if (client.isEmpty() || permission.isEmpty()) {
      return new Step.SignIn(Optional.of(IdentityError.IDENTITY_LOST));
    }
    Optional<Set<String>> scopes = scopes(request, client.get(), permission.get());
    if (scopes.isEmpty()) {
      return refused(request, visit, beyondPermission());
    }
    if (!allowed) {
      record(visit, request, AuthEvent.Action.CONSENT, "denied");
      return new Step.Refusal(
          new OAuthError(OAuthError.Code.ACCESS_DENIED, "The agent has not allowed it"));
    }
    SignedIn who = visit.signedIn();
    consents.put(
        who.tenant().licenseId(), who.agentId(), request.clientId(), scopes.get(), clock.instant());
    record(visit, request, AuthEvent.Action.CONSENT, AuthEvent.OK);
    return answered(request, visit, new Wanted(client.get(), scopes.get()));
  }

  /// Keeps record of an agent who leaves.
  void signedOut(SignedIn signedIn, AuthorizeRequest request, String address) {
    record(new Visit(signedIn, address, false), request, AuthEvent.Action.SIGN_OUT, AuthEvent.OK);
  }

  private static Round round(SignedIn who, AuthorizeRequest request) {
    return new Round(who.tenant().licenseId(), who.agentId(), request.clientId());
  }

  private Optional<Permission> permission(SignedIn who) {
    return permissions.find(who.tenant().licenseId(), who.agentId());
  }

  private static Optional<Set<String>> scopes(
      AuthorizeRequest request, OAuthClient client, Permission permission) {
    return ScopeTable.given(request.scopes().orElse(client.scopes()), permission);
  }

  private static OAuthError beyondPermission() {
    return new OAuthError(
        OAuthError.Code.INVALID_SCOPE, "The application needs more than this agent may do");
  }

  private static OAuthError tooManyRedirects() {
    return new OAuthError(
        OAuthError.Code.ACCESS_DENIED,
        "The application keeps sending the browser here",
        OAuthError.TOO_MANY_REDIRECTS);
  }

  /// Applications of the license's own need none, as documented.
  private boolean lacksConsent(SignedIn who, Wanted wanted) {
    if (!wanted.client().consentRequired()) {
      return false;
    }
    var given =
        new Scopes(
            consents.find(who.tenant().licenseId(), who.agentId(), wanted.client().clientId()));
    return given.names().isEmpty() || !wanted.scopes().stream().allMatch(given::contain);
  }

  private Step answered(AuthorizeRequest request, Visit visit, Wanted wanted) {
    SignedIn who = visit.signedIn();
    var grant =
        new AgentGrant(
            ids.nextUuid(),
            who.tenant().licenseId(),
            who.agentId(),
            who.accountId(),
            wanted.client().clientId(),
            wanted.scopes());
    record(visit, request, AuthEvent.Action.AUTHORIZE, AuthEvent.OK);
    return new Step.Answer(
        switch (request.answer()) {
          case CODE -> code(request, who, grant);
          case TOKEN -> new AuthorizeAnswer.Token(issuer.issue(who.tenant(), grant));
        });
  }

  private AuthorizeAnswer code(AuthorizeRequest request, SignedIn who, AgentGrant grant) {
    String code = mint.token(who.tenant());
    Instant now = clock.instant();
    codes.add(
        new AuthorizationCode(
            TokenHash.of(code),
            grant,
            request.redirectUri(),
            request.proofKey().orElse(null),
            now,
            now.plus(config.codeLifetime()),
            null));
    return new AuthorizeAnswer.Code(code, who.tenant(), grant, config.accessTokenLifetime());
  }

  private Step refused(AuthorizeRequest request, Visit visit, OAuthError error) {
    record(visit, request, AuthEvent.Action.AUTHORIZE, error.code().wireName());
    return new Step.Refusal(error);
  }

  private void record(
      Visit visit, AuthorizeRequest request, AuthEvent.Action action, String outcome) {
    audit.add(
        visit.signedIn().tenant().licenseId(),
        action,
        outcome,
        visit.signedIn().agentId().value(),
        request.clientId(),
        visit.address());
  }
}
