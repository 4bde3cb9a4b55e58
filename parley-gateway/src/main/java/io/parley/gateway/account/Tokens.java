package io.parley.gateway.account;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.protocol.scope.Scopes;
import io.parley.store.credential.AccessToken;
import io.parley.store.credential.AccessTokens;
import io.parley.store.credential.TokenHash;
import io.parley.store.credential.TokenKind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Says who comes in with a token. A token that was checked a moment ago is known without asking
/// the database.
///
/// What is known of a token is kept for [AccountsConfig#tokenCacheTime], one second by default:
/// that is how long another node may still let a revoked token in. On the node that revokes, it
/// counts at once. Expiry is judged anew at every check. Tokens nobody has are remembered as such,
/// equally long.
///
/// For any number of threads.
public final class Tokens {
  private final Vertx vertx;
  private final AccessTokens store;
  private final Licenses licenses;
  private final InstantSource clock;
  private final AsyncCache<TokenHash, Optional<Known>> cache;

  /// What the database says of a token, with its license looked up.
  private record Known(Grant grant, boolean revoked) {}

  /// @param blocking runs what asks the database
  Tokens(
      Vertx vertx,
      AccessTokens store,
      Licenses licenses,
      InstantSource clock,
      Executor blocking,
      AccountsConfig config) {
    this.vertx = vertx;
    this.store = store;
    this.licenses = licenses;
    this.clock = clock;
    this.cache =
        Caffeine.newBuilder()
            .expireAfterWrite(config.tokenCacheTime())
            .maximumSize(config.tokenCacheSize())
            .executor(blocking)
            .buildAsync();
  }

  /// Checks a token. Doesn't block; the future completes on the caller's context, at once if the
  /// token is known already. It fails if the database can't be asked.
  ///
  /// @param authorization `Bearer <token>`, `Basic base64(<account id>:<personal token>)`, or a
  ///     token alone; null if the request has none
  /// @param role the side whose door the caller keeps
  public Future<TokenCheck> check(@Nullable String authorization, Role role) {
    Optional<Credential> shown = parse(authorization);
    if (shown.isEmpty()) {
      return Future.succeededFuture(unreadable(authorization));
    }
    Credential credential = shown.get();
    CompletableFuture<TokenCheck> checked =
        lookUp(TokenHash.of(credential.token()))
            .thenApply(known -> judged(credential, known, role));
    return checked.isDone() && !checked.isCompletedExceptionally()
        ? Future.succeededFuture(checked.join())
        : Future.fromCompletionStage(checked, vertx.getOrCreateContext());
  }

  /// The grant of a token that is known already and lets in. Empty says nothing about the token:
  /// ask [#check].
  public Optional<Grant> ifCached(@Nullable String authorization, Role role) {
    Optional<Credential> shown = parse(authorization);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    @Nullable CompletableFuture<Optional<Known>> cached =
        cache.getIfPresent(TokenHash.of(shown.get().token()));
    if (cached == null || !cached.isDone() || cached.isCompletedExceptionally()) {
      return Optional.empty();
    }
    return judged(shown.get(), cached.join(), role) instanceof TokenCheck.Allowed(Grant grant)
        ? Optional.of(grant)
        : Optional.empty();
  }

  /// Checks a token; blocks.
  ///
  /// @param role null: either side
  TokenCheck checkBlocking(@Nullable String authorization, @Nullable Role role) {
    Optional<Credential> shown = parse(authorization);
    return shown.isEmpty()
        ? unreadable(authorization)
        : judged(shown.get(), lookUp(TokenHash.of(shown.get().token())).join(), role);
  }

  /// Makes the next check ask the database.
  void forget(TokenHash hash) {
    cache.synchronous().invalidate(hash);
  }

  private CompletableFuture<Optional<Known>> lookUp(TokenHash hash) {
    return cache.get(hash, this::load);
  }

  private Optional<Known> load(TokenHash hash) {
    return store.find(hash).flatMap(this::known);
  }

  private Optional<Known> known(AccessToken token) {
    return licenses
        .byId(token.licenseId())
        .map(tenant -> new Known(grant(token, tenant), token.revokedAt() != null));
  }

  private static Grant grant(AccessToken token, Tenant tenant) {
    Holder holder =
        switch (token.holder()) {
          case AgentId id -> new Holder.Agent(id, Objects.requireNonNull(token.accountId()));
          case CustomerId id -> new Holder.Customer(id);
        };
    return new Grant(
        token.hash(),
        token.kind(),
        tenant,
        holder,
        new Scopes(token.scopes()),
        token.clientId(),
        token.expiresAt());
  }

  private static Optional<Credential> parse(@Nullable String authorization) {
    return authorization == null ? Optional.empty() : Credential.parse(authorization);
  }

  private static TokenCheck unreadable(@Nullable String authorization) {
    return new TokenCheck.Refused(
        authorization == null || authorization.isBlank() ? Refusal.MISSING : Refusal.MALFORMED);
  }

  private TokenCheck judged(Credential shown, Optional<Known> known, @Nullable Role role) {
    if (known.isEmpty() || !fits(shown, known.get().grant())) {
      return new TokenCheck.Refused(Refusal.UNKNOWN);
    }
    Grant grant = known.get().grant();
    if (known.get().revoked()) {
      return new TokenCheck.Refused(Refusal.REVOKED);
    }
    if (grant.isExpired(clock.instant())) {
      return new TokenCheck.Refused(Refusal.EXPIRED);
    }
    if (role != null && role != grant.holder().role()) {
      return new TokenCheck.Refused(Refusal.WRONG_ROLE);
    }
    return new TokenCheck.Allowed(grant);
  }

  /// A personal token works with its account's id alone, every other token without one.
  private static boolean fits(Credential shown, Grant grant) {
    return switch (shown) {
      case Credential.Bearer _ -> grant.kind() != TokenKind.PERSONAL;
      case Credential.Basic(String accountId, _) ->
          grant.kind() == TokenKind.PERSONAL
              && grant.holder() instanceof Holder.Agent(_, String owner)
              && isEqual(accountId, owner);
    };
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
