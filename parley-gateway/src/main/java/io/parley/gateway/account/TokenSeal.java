package io.parley.gateway.account;

import io.parley.store.credential.SealedText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals a token so that only who has another one can read it: the key is made of that other token,
/// of which the server keeps but the hash. So `GET /info` can tell the refresh token to who shows
/// the access token, and a stolen database tells it to nobody.
final class TokenSeal {
  private static final String PURPOSE = "parley refresh token sealed with an access token\0";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Randomness randomness;

  TokenSeal(Randomness randomness) {
    this.randomness = randomness;
  }

  /// Seals `text` for who has `token`, which has 256 random bits.
  SealedText seal(String text, String token) {
    byte[] nonce = randomness.bytes(NONCE_BYTES);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, token, nonce, text.getBytes(StandardCharsets.UTF_8));
    return new SealedText(
        ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
  }

  /// Opens what was sealed.
  String open(SealedText sealed, String token) {
    var bytes = ByteBuffer.wrap(sealed.bytes());
    var nonce = new byte[NONCE_BYTES];
    bytes.get(nonce);
    var rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return new String(run(Cipher.DECRYPT_MODE, token, nonce, rest), StandardCharsets.UTF_8);
  }

  private static byte[] run(int mode, String token, byte[] nonce, byte[] input) {
    try {
      byte[] key =
          MessageDigest.getInstance("SHA-256")
              .digest((PURPOSE + token).getBytes(StandardCharsets.UTF_8));
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a token could not be sealed or opened", e);
    }
  }
}
