package io.parley.store.journal;

import io.parley.core.license.LicenseId;
import io.parley.runtime.IdSource;
import io.parley.store.TestDatabase;
import io.parley.store.license.LicenseRegistry;
import io.parley.store.license.Registration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/// Licenses of their own for each test, and ids from a seed.
public final class TestLicenses {

  /// When everything begins.
  public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private static final AtomicLong NEXT = new AtomicLong(1_000);

  private TestLicenses() {}

  /// A license that nobody else has.
  public static LicenseId created() {
    var licenseId = new LicenseId(NEXT.incrementAndGet());
    var registry =
        new LicenseRegistry(TestDatabase.shared().jdbi(), new SeededIds(licenseId.value()));
    if (!(registry.register(licenseId, null, "Acme", START) instanceof Registration.Created)) {
      throw new IllegalStateException("license " + licenseId + " is there already");
    }
    return licenseId;
  }

  /// Ids that are the same for the same seed.
  public static final class SeededIds implements IdSource {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private final SplittableRandom random;

    /// Ids of that seed.
    public SeededIds(long seed) {
      random = new SplittableRandom(seed);
    }

    @Override
    public synchronized String nextId() {
      var id = new StringBuilder(10);
      for (int i = 0; i < 10; i++) {
        id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      return id.toString();
    }

    @Override
    public synchronized String nextUuid() {
      return new java.util.UUID(random.nextLong(), random.nextLong()).toString();
    }
  }
}
