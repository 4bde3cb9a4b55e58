package io.parley.store.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names a token, or another secret of many random bits, without giving it away: the SHA-256 of its
/// text. Being fast is no weakness here, since 256 random bits can't be guessed.
///
/// @param hex 64 lower-case hexadecimal digits
public record TokenHash(String hex) {

  /// Refuses what is no SHA-256.
  public TokenHash {
    if (hex.length() != 64) {
      throw new IllegalArgumentException("a SHA-256 has 64 digits");
    }
  }

  /// The hash of a token's text.
  public static TokenHash of(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return new TokenHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  static TokenHash ofBytes(byte[] bytes) {
    return new TokenHash(HexFormat.of().formatHex(bytes));
  }
}
