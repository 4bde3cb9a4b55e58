package io.parley.gateway.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Hashes secrets that people choose with Argon2id. A hash is a PHC string, which carries the
/// parameters and the salt, so that the cost can be raised without losing what is there. Slow and
/// memory-hungry on purpose: never call it on an event loop. Only a few are made at a time, so that
/// many requests at once wait, and don't fill the memory.
public final class PasswordHasher {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Semaphore PLACES =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final Randomness randomness;
  private final Cost cost;

  /// What a hash costs.
  ///
  /// @param memoryKib kibibytes that it fills
  /// @param iterations how often it walks over them
  /// @param parallelism lanes
  public record Cost(int memoryKib, int iterations, int parallelism) {
    /// OWASP's first recommendation: 19 MiB, two passes.
    public static final Cost DEFAULT = new Cost(19_456, 2, 1);
  }

  /// Hashes at that cost; verifies at whatever cost a hash was made.
  public PasswordHasher(Randomness randomness, Cost cost) {
    this.randomness = randomness;
    this.cost = cost;
  }

  /// The PHC string of a secret, another one at each call.
  public String hash(String secret) {
    byte[] salt = randomness.bytes(SALT_BYTES);
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.iterations(),
            cost.parallelism(),
            encode(salt),
            encode(derive(secret, cost, salt, HASH_BYTES)));
  }

  /// True if the PHC string is one of the secret.
  ///
  /// @throws IllegalArgumentException if it is no Argon2id PHC string
  public boolean verify(String secret, String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an Argon2id hash");
    }
    var itsCost =
        new Cost(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] hash = Base64.getDecoder().decode(parts.group(5));
    return MessageDigest.isEqual(hash, derive(secret, itsCost, salt, hash.length));
  }

  /// Does what [#verify] does for a hash made at this cost, to no end: who waits for the answer
  /// can't tell that there was no hash.
  public void pretend(String secret) {
    derive(secret, cost, new byte[SALT_BYTES], HASH_BYTES);
  }

  private static byte[] derive(String secret, Cost cost, byte[] salt, int length) {
    PLACES.acquireUninterruptibly();
    try {
      return derived(secret, cost, salt, length);
    } finally {
      PLACES.release();
    }
  }

  private static byte[] derived(String secret, Cost cost, byte[] salt, int length) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.parallelism())
            .withSalt(salt)
            .build());
    var hash = new byte[length];
    generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
