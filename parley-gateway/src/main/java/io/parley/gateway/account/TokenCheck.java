package io.parley.gateway.account;

/// What a check of a token came to.
public sealed interface TokenCheck {
  /// The token lets in.
  record Allowed(Grant grant) implements TokenCheck {}

  /// The token does not let in.
  record Refused(Refusal reason) implements TokenCheck {}
}
