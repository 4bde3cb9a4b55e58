package io.parley.gateway.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Marks forms, so that only one that this server gave to this browser, with just these values, is
/// accepted from it. No other website can make one: it does not know the browser's secret.
final class FormSeal {
  /// The field that holds the mark.
  static final String FIELD = "csrf_token";

  private FormSeal() {}

  /// The mark of a form.
  ///
  /// @param secret what the browser keeps
  /// @param purpose which form it is
  /// @param carried the values that it carries
  static String of(String secret, String purpose, Map<String, String> carried) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      update(mac, purpose);
      carried.forEach(
          (name, value) -> {
            update(mac, name);
            update(mac, value);
          });
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }

  /// True if the mark is that form's.
  static boolean isRight(String mark, String secret, String purpose, Map<String, String> carried) {
    return MessageDigest.isEqual(
        mark.getBytes(StandardCharsets.UTF_8),
        of(secret, purpose, carried).getBytes(StandardCharsets.UTF_8));
  }

  private static void update(Mac mac, String text) {
    mac.update(text.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
  }
}
