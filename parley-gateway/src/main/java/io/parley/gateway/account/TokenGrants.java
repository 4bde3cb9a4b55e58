package io.parley.gateway.account;

import io.parley.core.agent.Permission;
import io.parley.protocol.scope.Scopes;
import io.parley.store.credential.AgentGrant;
import io.parley.store.credential.AgentPermissions;
import io.parley.store.credential.AuthEvent;
import io.parley.store.credential.AuthorizationCode;
import io.parley.store.credential.AuthorizationCodes;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.RefreshToken;
import io.parley.store.credential.RefreshTokens;
import io.parley.store.credential.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The ways in which an application gets an agent's token without the agent's browser: by a code,
/// and by a refresh token. Blocks.
///
/// A code or refresh token that is shown a second time has been stolen, from whichever side: all
/// that came of its grant ends. Refresh tokens of applications that keep a secret don't rotate, as
/// documented; those of the others do.
final class TokenGrants {
  private final Licenses licenses;
  private final AgentPermissions permissions;
  private final AuthorizationCodes codes;
  private final RefreshTokens refreshTokens;
  private final ClientAuthentication authentication;
  private final AgentTokens issuer;
  private final Revocation revocation;
  private final Audit audit;
  private final InstantSource clock;

  /// A request for tokens.
  ///
  /// @param authorization the header of that name
  /// @param address where it comes from
  record Request(Parameters parameters, @Nullable String authorization, String address) {}

  /// What the room is built on.
  record Parts(
      Licenses licenses,
      AgentPermissions permissions,
      AuthorizationCodes codes,
      RefreshTokens refreshTokens,
      ClientAuthentication authentication,
      AgentTokens issuer,
      Revocation revocation,
      Audit audit,
      InstantSource clock) {}

  TokenGrants(Parts parts) {
    this.licenses = parts.licenses();
    this.permissions = parts.permissions();
    this.codes = parts.codes();
    this.refreshTokens = parts.refreshTokens();
    this.authentication = parts.authentication();
    this.issuer = parts.issuer();
    this.revocation = parts.revocation();
    this.audit = parts.audit();
    this.clock = parts.clock();
  }

  /// Gives what the request asks for.
  Attempt<AgentToken> exchange(Request request) {
    return request
        .parameters()
        .required("grant_type")
        .then(
            grantType ->
                switch (grantType) {
                  case "authorization_code" -> byCode(request);
                  case "refresh_token" -> byRefreshToken(request);
                  default ->
                      Attempt.failed(
                          OAuthError.Code.UNSUPPORTED_GRANT_TYPE,
                          "`grant_type` must be `authorization_code` or `refresh_token`");
                });
  }

  private Attempt<AgentToken> byCode(Request request) {
    Parameters parameters = request.parameters();
    return ClientAuthentication.shown(parameters, request.authorization())
        .then(
            shown ->
                parameters
                    .required("code")
                    .then(
                        code -> {
                          var found = codes.find(TokenHash.of(code));
                          return parameters
                              .required("redirect_uri")
                              .then(
                                  _ ->
                                      authentication.authenticate(
                                          shown,
                                          found.map(each -> each.grant().licenseId()),
                                          request.address()))
                              .then(client -> redeemed(request, client, found));
                        }));
  }

  private Attempt<AgentToken> redeemed(
      Request request, OAuthClient client, Optional<AuthorizationCode> found) {
    if (found.isEmpty() || !isOf(client, found.get().grant())) {
      return invalidGrant("The code is unknown");
    }
    AuthorizationCode code = found.get();
    if (code.usedAt() != null) {
      return stolen(request, code.grant(), "The code was used before");
    }
    if (!clock.instant().isBefore(code.expiresAt())) {
      return invalidGrant("The code has expired");
    }
    if (!isEqual(request.parameters().text("redirect_uri").orElse(""), code.redirectUri())) {
      return invalidGrant("`redirect_uri` is not the one that the code was sent to");
    }
    return ProofKeys.proven(code.proofKey(), request.parameters())
        .then(_ -> permission(code.grant()))
        .then(permission -> within(code.grant(), client, permission))
        .then(
            grant ->
                issuer
                    .redeem(code.hash(), tenant(grant), client, grant)
                    .map(token -> recorded(request, token, AuthEvent.Action.CODE_EXCHANGE))
                    .orElseGet(() -> stolen(request, grant, "The code was used before")));
  }

  private Attempt<AgentToken> byRefreshToken(Request request) {
    Parameters parameters = request.parameters();
    return ClientAuthentication.shown(parameters, request.authorization())
        .then(
            shown ->
                parameters
                    .required("refresh_token")
                    .then(
                        token -> {
                          var found = refreshTokens.find(TokenHash.of(token));
                          return authentication
                              .authenticate(
                                  shown,
                                  found.map(each -> each.grant().licenseId()),
                                  request.address())
                              .then(client -> refreshed(request, client, token, found));
                        }));
  }

  private Attempt<AgentToken> refreshed(
      Request request, OAuthClient client, String token, Optional<RefreshToken> found) {
    if (found.isEmpty()) {
      return Attempt.failed(OAuthError.Code.UNAUTHORIZED_CLIENT, "The refresh token is unknown");
    }
    RefreshToken refresh = found.get();
    if (!isOf(client, refresh.grant())) {
      return Attempt.failed(
          OAuthError.Code.INVALID_CLIENT, "The refresh token is another application's");
    }
    if (refresh.revokedAt() != null) {
      return invalidGrant("The refresh token was revoked");
    }
    if (refresh.replacedAt() != null) {
      return stolen(request, refresh.grant(), "The refresh token was used before");
    }
    Instant now = clock.instant();
    if (refresh.expiresAt() != null && !now.isBefore(refresh.expiresAt())) {
      return invalidGrant("The refresh token has expired");
    }
    return narrowed(request, refresh.grant())
        .then(grant -> permission(grant).then(permission -> within(grant, client, permission)))
        .then(
            grant ->
                issuer
                    .refresh(token, tenant(grant), client, grant)
                    .map(issued -> recorded(request, issued, AuthEvent.Action.REFRESH))
                    .orElseGet(() -> stolen(request, grant, "The refresh token was used before")));
  }

  /// Fewer scopes than the agent gave, if the request asks for fewer.
  private static Attempt<AgentGrant> narrowed(Request request, AgentGrant grant) {
    Optional<Set<String>> asked = request.parameters().scopes();
    var given = new Scopes(grant.scopes());
    if (asked.isEmpty()) {
      return Attempt.passed(grant);
    }
    return asked.get().stream().allMatch(given::contain)
        ? Attempt.passed(grant.withScopes(asked.get()))
        : Attempt.failed(
            OAuthError.Code.ACCESS_DENIED, "`scope` names what the agent did not allow");
  }

  private Attempt<Permission> permission(AgentGrant grant) {
    return permissions
        .find(grant.licenseId(), grant.agentId())
        .map(Attempt::passed)
        .orElseGet(
            () ->
                Attempt.failed(
                    OAuthError.Code.ACCESS_DENIED, "The agent is no longer in the license"));
  }

  /// What is left of the grant: no more than the application and the agent may have by now.
  private static Attempt<AgentGrant> within(
      AgentGrant grant, OAuthClient client, Permission permission) {
    var registered = new Scopes(client.scopes());
    Set<String> left =
        ScopeTable.left(grant.scopes(), permission).stream()
            .filter(registered::contain)
            .collect(Collectors.toSet());
    return left.isEmpty() && !grant.scopes().isEmpty()
        ? Attempt.failed(OAuthError.Code.MISSING_GRANT, "Nothing is left of what the agent allowed")
        : Attempt.passed(grant.withScopes(left));
  }

  private Attempt<AgentToken> recorded(Request request, AgentToken token, AuthEvent.Action action) {
    audit.add(
        token.tenant().licenseId(),
        action,
        AuthEvent.OK,
        token.agentId().value(),
        token.clientId(),
        request.address());
    return Attempt.passed(token);
  }

  private Attempt<AgentToken> stolen(Request request, AgentGrant grant, String description) {
    revocation.revokeStolen(grant, request.address());
    return invalidGrant(description);
  }

  private Tenant tenant(AgentGrant grant) {
    return licenses
        .byId(grant.licenseId())
        .orElseThrow(() -> new IllegalStateException("license " + grant.licenseId() + " is gone"));
  }

  private static boolean isOf(OAuthClient client, AgentGrant grant) {
    return client.licenseId().equals(grant.licenseId())
        && client.clientId().equals(grant.clientId());
  }

  private static <T> Attempt<T> invalidGrant(String description) {
    return Attempt.failed(OAuthError.Code.INVALID_GRANT, description);
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
