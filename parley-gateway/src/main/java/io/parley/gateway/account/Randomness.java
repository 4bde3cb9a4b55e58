package io.parley.gateway.account;

/// Port: chance that nobody can guess, for tokens and salts. The server fills it with
/// `SecureRandom::nextBytes`; only tests may take less.
@FunctionalInterface
public interface Randomness {
  /// Fills the array.
  void fill(byte[] bytes);

  /// As many random bytes.
  default byte[] bytes(int count) {
    var bytes = new byte[count];
    fill(bytes);
    return bytes;
  }
}
