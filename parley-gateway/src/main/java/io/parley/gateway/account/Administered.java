package io.parley.gateway.account;

/// What came of a request to add, change or remove a credential.
public sealed interface Administered<T> {
  /// It was done.
  record Done<T>(T value) implements Administered<T> {}

  /// It was not.
  ///
  /// @param reason one sentence, for who asked
  record Refused<T>(String reason) implements Administered<T> {}
}
