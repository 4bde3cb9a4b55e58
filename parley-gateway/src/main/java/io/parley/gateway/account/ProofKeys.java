package io.parley.gateway.account;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.parley.store.credential.ProofKey;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Proof keys (PKCE, RFC 7636): who exchanges a code must know what who asked for it knew.
final class ProofKeys {
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private ProofKeys() {}

  /// The key that a request comes with, if it comes with one. Without a method it is `plain`.
  static Attempt<Optional<ProofKey>> asked(Parameters parameters) {
    Optional<String> challenge = parameters.text("code_challenge");
    Optional<String> method = parameters.text("code_challenge_method");
    if (challenge.isEmpty()) {
      return method.isEmpty()
          ? Attempt.passed(Optional.empty())
          : Attempt.invalidRequest("`code_challenge_method` needs a `code_challenge`");
    }
    if (!CHALLENGE.matcher(challenge.get()).matches()) {
      return Attempt.invalidRequest(
          "`code_challenge` must have 43 to 128 letters, digits, `-`, `.`, `_` or `~`");
    }
    CodeChallengeMethod asked =
        method.map(ProofKeys::method).orElse(CodeChallengeMethod.getDefault());
    if (!asked.equals(CodeChallengeMethod.PLAIN) && !asked.equals(CodeChallengeMethod.S256)) {
      return Attempt.invalidRequest("`code_challenge_method` must be `plain` or `S256`");
    }
    return Attempt.passed(Optional.of(new ProofKey(challenge.get(), asked.getValue())));
  }

  private static CodeChallengeMethod method(String spelling) {
    return spelling.equalsIgnoreCase("s256")
        ? CodeChallengeMethod.S256
        : CodeChallengeMethod.parse(spelling);
  }

  /// Passes if the request proves to know the key. One that proves what nobody asked for was
  /// robbed of its challenge on the way, so that it fails too.
  static Attempt<Parameters> proven(@Nullable ProofKey key, Parameters parameters) {
    Optional<String> verifier = parameters.text("code_verifier");
    if (key == null) {
      return verifier.isEmpty()
          ? Attempt.passed(parameters)
          : Attempt.failed(
              OAuthError.Code.INVALID_GRANT, "The code was asked for without a `code_challenge`");
    }
    if (verifier.isEmpty()) {
      return Attempt.invalidRequest("`code_verifier` is required");
    }
    return isProvenBy(key, verifier.get())
        ? Attempt.passed(parameters)
        : Attempt.failed(
            OAuthError.Code.INVALID_GRANT,
            "`code_verifier` is not what the `code_challenge` was made from");
  }

  private static boolean isProvenBy(ProofKey key, String text) {
    CodeVerifier verifier;
    try {
      verifier = new CodeVerifier(text);
    } catch (IllegalArgumentException _) {
      return false;
    }
    var method = CodeChallengeMethod.parse(key.method());
    boolean standard = isEqual(CodeChallenge.compute(method, verifier).getValue(), key.challenge());
    return standard
        || (method.equals(CodeChallengeMethod.S256)
            && isEqual(challengeOfAccountsSdk(text), key.challenge()));
  }

  /// The platform's own browser library (accounts-sdk 2) encodes the hash as it has it in memory:
  /// eight signed numbers with commas between them. That hides the verifier equally well.
  private static String challengeOfAccountsSdk(String verifier) {
    IntBuffer words =
        ByteBuffer.wrap(sha256(verifier.getBytes(StandardCharsets.US_ASCII))).asIntBuffer();
    var numbers = new ArrayList<String>();
    while (words.hasRemaining()) {
      numbers.add(Integer.toString(words.get()));
    }
    byte[] text = String.join(",", numbers).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
