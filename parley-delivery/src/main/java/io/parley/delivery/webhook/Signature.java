package io.parley.delivery.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves that a body comes from somebody who knows the webhook's secret.
public final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /// The value of the header: `sha256=` and the HMAC-SHA256 of the body under the secret, both in
  /// UTF-8, in hexadecimal digits.
  public static String of(String secretKey, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
