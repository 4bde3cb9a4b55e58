package io.parley.gateway.account;

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
  private final InstantSource clock;

  TokenInspection(Tokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /// Revokes a token. One that nobody has is as good as revoked (RFC 7009).
  ///
  /// @param named the token that the query names; the one of the header if it names none
  Attempt<JsonObject> revoke(Optional<String> named, @Nullable String authorization) {
    Optional<String> token =
        named.or(
            () ->
                Optional.ofNullable(authorization)
                    .flatMap(Credential::parse)
                    .map(Credential::token));
    if (token.isEmpty()) {
      return Attempt.invalidRequest("`token` or a token in the header `Authorization` is required");
    }
    tokens.revokeBlocking(TokenHash.of(token.get()));
    return Attempt.passed(new JsonObject());
  }

  /// Says whose the token is and what it may do.
  Attempt<JsonObject> describe(@Nullable String authorization) {
    return switch (tokens.checkBlocking(authorization, null)) {
      case TokenCheck.Refused(Refusal reason) -> Attempt.failed(OAuthError.of(reason));
      case TokenCheck.Allowed(Grant grant) ->
          Attempt.passed(
              description(
                  grant,
                  Optional.ofNullable(authorization)
                      .flatMap(Credential::parse)
                      .map(Credential::token)
                      .orElseThrow()));
    };
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
