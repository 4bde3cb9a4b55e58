package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An application that may ask for tokens of a license.
///
/// @param secretHash a PHC string; null for a public application, which can't keep a secret
/// @param redirectUris where the application lives; may be empty
/// @param scopes what its tokens may do at most
public record OAuthClient(
    LicenseId licenseId,
    String clientId,
    @Nullable String secretHash,
    String name,
    List<String> redirectUris,
    Set<String> scopes) {

  /// Makes the collections unmodifiable.
  public OAuthClient {
    redirectUris = List.copyOf(redirectUris);
    scopes = Set.copyOf(scopes);
  }

  /// Leaves the hash out.
  @Override
  public String toString() {
    return "OAuthClient[" + licenseId + ", " + clientId + "]";
  }
}
