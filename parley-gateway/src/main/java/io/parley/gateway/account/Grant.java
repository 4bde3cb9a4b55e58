package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import io.parley.protocol.scope.Scopes;
import io.parley.store.credential.TokenHash;
import io.parley.store.credential.TokenKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a valid token says: of which license its holder is, and what the holder may do there.
///
/// @param token names the token without giving it away
/// @param tenant the license, under both of its names
/// @param scopes empty for customers, who need none
/// @param clientId the application that the token was issued to; null if it was to none
/// @param expiresAt null: never
public record Grant(
    TokenHash token,
    TokenKind kind,
    Tenant tenant,
    Holder holder,
    Scopes scopes,
    @Nullable String clientId,
    @Nullable Instant expiresAt) {

  /// The license.
  public LicenseId licenseId() {
    return tenant.licenseId();
  }

  /// The license's other name.
  public OrganizationId organizationId() {
    return tenant.organizationId();
  }

  /// The data center that the license belongs to: `dal` or `fra`.
  public String region() {
    return tenant.region();
  }

  /// True if the token's time is over.
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
