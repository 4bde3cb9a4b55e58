package io.parley.gateway.account;

import io.parley.store.credential.TokenHash;

/// A token let somebody in, and does so no longer.
///
/// @param token names it without giving it away
public record GrantEnded(TokenHash token, Reason reason) {
  /// Why.
  public enum Reason {
    /// Somebody revoked it.
    ACCESS_TOKEN_REVOKED("access_token_revoked"),
    /// Its time is over.
    ACCESS_TOKEN_EXPIRED("access_token_expired");

    private final String wireName;

    Reason(String wireName) {
      this.wireName = wireName;
    }

    /// The documented reason of a disconnection.
    public String wireName() {
      return wireName;
    }
  }
}
