package io.parley.gateway.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import io.parley.core.license.LicenseId;
import io.parley.gateway.account.limit.AddressLimit;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.OAuthClients;
import io.parley.store.credential.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes sure that an application is the one that it says it is. Blocks.
final class ClientAuthentication {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST_REMEMBERED = 1_000;

  private final OAuthClients clients;
  private final PasswordHasher hasher;
  private final AddressLimit slowChecks;
  private final Cache<String, TokenHash> rightSecretByHash =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST_REMEMBERED).build();

  /// What an application says that it is.
  ///
  /// @param secret empty if it shows none
  record Shown(String clientId, Optional<String> secret) {
    /// Leaves the secret out.
    @Override
    public String toString() {
      return "Shown[" + clientId + "]";
    }
  }

  /// @param slowChecks how many secrets one address may have checked that are not remembered
  ClientAuthentication(OAuthClients clients, PasswordHasher hasher, AddressLimit slowChecks) {
    this.clients = clients;
    this.hasher = hasher;
    this.slowChecks = slowChecks;
  }

  /// Reads what the application shows, in the body or as `Basic`.
  static Attempt<Shown> shown(Parameters parameters, @Nullable String authorization) {
    Optional<String> clientId = parameters.text("client_id");
    Optional<String> secret = parameters.text("client_secret");
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
      return clientId
          .map(id -> Attempt.passed(new Shown(id, secret)))
          .orElseGet(
              () -> Attempt.failed(OAuthError.Code.UNAUTHORIZED_CLIENT, "`client_id` is required"));
    }
    try {
      var basic = ClientSecretBasic.parse(authorization);
      String id = basic.getClientID().getValue();
      String basicSecret = basic.getClientSecret().getValue();
      if (clientId.filter(other -> !other.equals(id)).isPresent()
          || secret.filter(other -> !isEqual(other, basicSecret)).isPresent()) {
        return Attempt.invalidRequest("The header and the body name two applications");
      }
      return Attempt.passed(new Shown(id, Optional.of(basicSecret)));
    } catch (ParseException _) {
      return Attempt.failed(
          OAuthError.Code.INVALID_CLIENT, "The header `Authorization` holds no `Basic` pair");
    }
  }

  /// The application, if it is the one.
  ///
  /// @param licenseId the license that it is about; empty if that is not known: then any will do
  Attempt<OAuthClient> authenticate(Shown shown, Optional<LicenseId> licenseId, String address) {
    List<OAuthClient> all = clients.withId(shown.clientId());
    if (all.isEmpty()) {
      return Attempt.failed(
          new OAuthError(
              OAuthError.Code.UNAUTHORIZED_CLIENT,
              "There is no application with this `client_id`",
              OAuthError.CLIENT_ID_NOT_FOUND));
    }
    List<OAuthClient> there =
        all.stream()
            .filter(each -> licenseId.filter(each.licenseId()::equals).isPresent())
            .toList();
    return proven(there.isEmpty() ? all : there, shown, address);
  }

  private Attempt<OAuthClient> proven(List<OAuthClient> candidates, Shown shown, String address) {
    for (OAuthClient candidate : candidates) {
      if (candidate.isPublic() || isRemembered(candidate, shown)) {
        return Attempt.passed(candidate);
      }
    }
    if (shown.secret().isEmpty()) {
      return Attempt.failed(OAuthError.Code.INVALID_CLIENT, "`client_secret` is required");
    }
    if (!slowChecks.admit(address)) {
      return Attempt.failed(OAuthError.Code.TEMPORARILY_UNAVAILABLE, "Too many secrets to check");
    }
    for (OAuthClient candidate : candidates) {
      if (isRight(candidate, shown.secret().get())) {
        return Attempt.passed(candidate);
      }
    }
    return Attempt.failed(OAuthError.Code.UNAUTHORIZED_CLIENT, "`client_secret` is wrong");
  }

  private boolean isRemembered(OAuthClient client, Shown shown) {
    if (client.secretHash() == null || shown.secret().isEmpty()) {
      return false;
    }
    TokenHash right = rightSecretByHash.getIfPresent(client.secretHash());
    return right != null && isEqual(right.hex(), TokenHash.of(shown.secret().get()).hex());
  }

  private boolean isRight(OAuthClient client, String secret) {
    if (client.secretHash() == null || !hasher.verify(secret, client.secretHash())) {
      return false;
    }
    rightSecretByHash.put(client.secretHash(), TokenHash.of(secret));
    return true;
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
