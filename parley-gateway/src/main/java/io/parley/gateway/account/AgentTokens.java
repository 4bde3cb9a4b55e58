package io.parley.gateway.account;

import io.parley.store.credential.AgentGrant;
import io.parley.store.credential.AgentGrants;
import io.parley.store.credential.GrantedToken;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.RefreshToken;
import io.parley.store.credential.SealedText;
import io.parley.store.credential.TokenHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Hands out agents' tokens. Blocks until they are stored.
final class AgentTokens {
  private final AgentGrants grants;
  private final Revocation revocation;
  private final TokenMint mint;
  private final TokenSeal seal;
  private final InstantSource clock;
  private final AuthorizationConfig config;

  AgentTokens(
      AgentGrants grants,
      Revocation revocation,
      TokenMint mint,
      TokenSeal seal,
      InstantSource clock,
      AuthorizationConfig config) {
    this.grants = grants;
    this.revocation = revocation;
    this.mint = mint;
    this.seal = seal;
    this.clock = clock;
    this.config = config;
  }

  /// An access token alone, as browsers get it.
  AgentToken issue(Tenant tenant, AgentGrant grant) {
    String access = mint.token(tenant);
    revocation.ended(
        grants.issue(stored(access, grant, Optional.empty()), config.tokensPerAgent()));
    return handed(access, Optional.empty(), tenant, grant);
  }

  /// Both tokens, for a code.
  ///
  /// @return empty if the code was used by somebody else meanwhile
  Optional<AgentToken> redeem(TokenHash code, Tenant tenant, OAuthClient client, AgentGrant grant) {
    String access = mint.token(tenant);
    String refresh = mint.token(tenant);
    Optional<List<TokenHash>> ended =
        grants.redeem(
            code,
            stored(access, grant, Optional.empty()),
            fresh(refresh, client, grant),
            config.tokensPerAgent());
    ended.ifPresent(revocation::ended);
    return ended.map(_ -> handed(access, Optional.of(refresh), tenant, grant));
  }

  /// Another access token for a refresh token: with the same refresh token if the application can
  /// keep a secret, with a new one if it can't.
  ///
  /// @param grant with the scopes that the new tokens are to have
  /// @return empty if the refresh token ended meanwhile
  Optional<AgentToken> refresh(
      String refresh, Tenant tenant, OAuthClient client, AgentGrant grant) {
    return client.isPublic()
        ? rotated(refresh, tenant, client, grant)
        : renewed(refresh, tenant, grant);
  }

  private Optional<AgentToken> rotated(
      String refresh, Tenant tenant, OAuthClient client, AgentGrant grant) {
    String access = mint.token(tenant);
    String successor = mint.token(tenant);
    Optional<List<TokenHash>> ended =
        grants.rotate(
            TokenHash.of(refresh),
            stored(access, grant, Optional.empty()),
            fresh(successor, client, grant),
            config.tokensPerAgent());
    ended.ifPresent(revocation::ended);
    return ended.map(_ -> handed(access, Optional.of(successor), tenant, grant));
  }

  private Optional<AgentToken> renewed(String refresh, Tenant tenant, AgentGrant grant) {
    String access = mint.token(tenant);
    Optional<List<TokenHash>> ended =
        grants.renew(
            TokenHash.of(refresh),
            stored(access, grant, Optional.of(seal.seal(refresh, access))),
            config.tokensPerAgent());
    ended.ifPresent(revocation::ended);
    return ended.map(_ -> handed(access, Optional.of(refresh), tenant, grant));
  }

  private GrantedToken stored(String access, AgentGrant grant, Optional<SealedText> sealed) {
    Instant now = clock.instant();
    return new GrantedToken(
        TokenHash.of(access), grant, now, now.plus(config.accessTokenLifetime()), sealed);
  }

  private RefreshToken fresh(String refresh, OAuthClient client, AgentGrant grant) {
    Instant now = clock.instant();
    return RefreshToken.fresh(
        TokenHash.of(refresh),
        grant,
        now,
        client.isPublic() ? now.plus(config.publicRefreshTokenLifetime()) : null);
  }

  private AgentToken handed(
      String access, Optional<String> refresh, Tenant tenant, AgentGrant grant) {
    return new AgentToken(
        access,
        refresh,
        tenant,
        grant.agentId(),
        grant.accountId(),
        grant.clientId(),
        grant.scopes(),
        config.accessTokenLifetime());
  }
}
