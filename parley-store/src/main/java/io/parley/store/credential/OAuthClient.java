package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An application that may ask for tokens of a license.
///
/// @param secretHash a PHC string; null for an application that can't keep a secret
/// @param redirectUris where the application lives; may be empty
/// @param scopes what its tokens may do at most
/// @param consentRequired whether agents are asked before it acts for them; false for an
///     application of the license's own
public record OAuthClient(
    LicenseId licenseId,
    String clientId,
    @Nullable String secretHash,
    String name,
    List<String> redirectUris,
    Set<String> scopes,
    boolean consentRequired) {

  /// Makes the collections unmodifiable.
  public OAuthClient {
    redirectUris = List.copyOf(redirectUris);
    scopes = Set.copyOf(scopes);
  }

  /// An application of the license's own.
  public OAuthClient(
      LicenseId licenseId,
      String clientId,
      @Nullable String secretHash,
      String name,
      List<String> redirectUris,
      Set<String> scopes) {
    this(licenseId, clientId, secretHash, name, redirectUris, scopes, false);
  }

  /// True for an application that runs where anybody can read it, and so can't keep a secret.
  public boolean isPublic() {
    return secretHash == null;
  }

  /// The same with another secret.
  public OAuthClient withSecretHash(String other) {
    return new OAuthClient(licenseId, clientId, other, name, redirectUris, scopes, consentRequired);
  }

  /// Leaves the hash out.
  @Override
  public String toString() {
    return "OAuthClient[" + licenseId + ", " + clientId + "]";
  }
}
