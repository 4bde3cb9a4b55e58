package io.parley.gateway.account;

import io.parley.store.credential.AccessTokens;
import io.parley.store.credential.TokenHash;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What may be done with any token by who has it: ask what it is good for, and give it up. Blocks.
final class TokenInspection {
  private final Tokens tokens;
  private final AccessTokens store;
  private final Revocation revocation;
  private final TokenSeal seal;
  private final InstantSource clock;

  TokenInspection(
      Tokens tokens,
      AccessTokens store,
      Revocation revocation,
      TokenSeal seal,
      InstantSource clock) {
    this.tokens = tokens;
    this.store = store;
    this.revocation = revocation;
    this.seal = seal;
    this.clock = clock;
  }

  /// Revokes a token with all that came of the same grant. One that nobody has is as good as
  /// revoked (RFC 7009).
  ///
  /// @param named the token that the query names; the one of the header if it names none
  Attempt<JsonObject> revoke(
      Optional<String> named, @Nullable String authorization, String address) {
    Optional<String> token = named.or(() -> token(authorization));
    if (token.isEmpty()) {
      return Attempt.invalidRequest("`token` or a token in the header `Authorization` is required");
    }
    revocation.revoke(TokenHash.of(token.get()), address);
    return Attempt.passed(new JsonObject());
  }

  /// Says whose the token is and what it may do.
  ///
  /// @param named the token that the query names; the one of the header if it names none
  Attempt<JsonObject> describe(Optional<String> named, @Nullable String authorization) {
    @Nullable String shown = named.map(token -> "Bearer " + token).orElse(authorization);
    return switch (tokens.checkBlocking(shown, null)) {
      case TokenCheck.Refused(Refusal reason) -> Attempt.failed(OAuthError.of(reason));
      case TokenCheck.Allowed(Grant grant) ->
          Attempt.passed(description(grant, token(shown).orElseThrow()));
    };
  }

  private static Optional<String> token(@Nullable String authorization) {
    return Optional.ofNullable(authorization).flatMap(Credential::parse).map(Credential::token);
  }

  private JsonObject description(Grant grant, String token) {
    var body =
        new JsonObject()
            .put("access_token", token)
            .put("entity_id", grant.holder().id().value())
            .put("expires_in", expiresIn(grant))
            .put("license_id", grant.licenseId().value())
            .put("organization_id", grant.organizationId().value())
            .put("scope", String.join(",", new TreeSet<>(grant.scopes().names())))
            .put("token_type", "Bearer");
    if (grant.holder() instanceof Holder.Agent(_, String accountId)) {
      body.put("account_id", accountId);
      store
          .sealedRefresh(grant.token())
          .ifPresent(kept -> body.put("refresh_token", seal.open(kept, token)));
    }
    if (grant.clientId() != null) {
      body.put("client_id", grant.clientId());
    }
    return body;
  }

  /// Whole seconds, rounded up; zero says never, as in a provisioning file.
  private long expiresIn(Grant grant) {
    return grant.expiresAt() == null
        ? 0
        : Duration.between(clock.instant(), grant.expiresAt()).plusMillis(999).toSeconds();
  }
}
