package io.parley.gateway.account;

import java.util.Base64;

/// Makes tokens and other secrets that programs keep: 256 random bits.
final class TokenMint {
  private static final int BYTES = 32;

  private final Randomness randomness;

  TokenMint(Randomness randomness) {
    this.randomness = randomness;
  }

  /// A token whose prefix tells clients and proxies the license's region.
  String token(Tenant tenant) {
    return tenant.region() + ":" + secret();
  }

  /// A secret of letters, digits, `-` and `_`.
  String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(BYTES));
  }
}
