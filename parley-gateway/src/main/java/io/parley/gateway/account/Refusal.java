package io.parley.gateway.account;

/// Why a token does not let in.
public enum Refusal {
  /// There is none.
  MISSING("An access token is missing"),
  /// What is there is no credential of a known scheme.
  MALFORMED("The authorization is neither `Bearer <token>` nor `Basic <credentials>`"),
  /// Nobody has that token, or not with that account or scheme.
  UNKNOWN("The access token is unknown"),
  /// Its time is over.
  EXPIRED("The access token has expired"),
  /// It was revoked.
  REVOKED("The access token was revoked"),
  /// An agent's token where customers come in, or a customer's where agents do.
  WRONG_ROLE("The access token is for another API");

  private final String message;

  Refusal(String message) {
    this.message = message;
  }

  /// One sentence for the developer who made the request.
  public String message() {
    return message;
  }
}
