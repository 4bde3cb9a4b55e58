package io.parley.cluster;

import io.parley.core.license.LicenseId;
import io.parley.runtime.Delivery;
import io.parley.runtime.IdSource;
import io.parley.runtime.LicenseHost;
import io.parley.runtime.OutcomeBatch;
import java.time.Instant;
import java.time.InstantSource;

/// Hosts of empty licenses.
final class Hosts {
  private Hosts() {}

  static LicenseHost host() {
    return new LicenseHost(
        new EmptyJournal(), new Replies(), InstantSource.fixed(Instant.EPOCH), new NoIds());
  }

  private static final class Replies implements Delivery {
    @Override
    public void deliver(OutcomeBatch batch) {
      batch.outcomes().forEach(outcome -> outcome.replyTo().reply(outcome.reply()));
    }

    @Override
    public void reset(LicenseId licenseId) {}
  }

  private static final class NoIds implements IdSource {
    @Override
    public String nextId() {
      throw new AssertionError("no command of these tests makes ids");
    }

    @Override
    public String nextUuid() {
      throw new AssertionError("no command of these tests makes ids");
    }
  }
}
