package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An access token as stored: everything but the token.
///
/// @param holder an agent for agents' and personal tokens, a customer for customers' tokens
/// @param accountId the UUID of the agent's account; null for customers
/// @param clientId the application that it was issued to; null if it was to none
/// @param expiresAt null: never
/// @param revokedAt null: not revoked
public record AccessToken(
    TokenHash hash,
    LicenseId licenseId,
    TokenKind kind,
    UserId holder,
    @Nullable String accountId,
    @Nullable String clientId,
    Set<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {

  /// Makes the scopes unmodifiable; refuses a holder that does not fit the kind.
  public AccessToken {
    scopes = Set.copyOf(scopes);
    boolean fits =
        switch (holder) {
          case AgentId _ -> kind != TokenKind.CUSTOMER && accountId != null;
          case CustomerId _ -> kind == TokenKind.CUSTOMER && accountId == null;
        };
    if (!fits) {
      throw new IllegalArgumentException("a " + kind + " token can't be of " + holder);
    }
  }

  /// A new token of a customer.
  public static AccessToken ofCustomer(
      TokenHash hash,
      LicenseId licenseId,
      CustomerId customerId,
      String clientId,
      Instant createdAt,
      Instant expiresAt) {
    return new AccessToken(
        hash,
        licenseId,
        TokenKind.CUSTOMER,
        customerId,
        null,
        clientId,
        Set.of(),
        createdAt,
        expiresAt,
        null);
  }
}
