package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.store.credential.AuthAudit;
import io.parley.store.credential.AuthEvent;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Keeps record of who was let in, and to what. Blocks.
final class Audit {
  private static final int LONGEST = 200;

  private final AuthAudit store;
  private final InstantSource clock;

  Audit(AuthAudit store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Writes a line.
  ///
  /// @param licenseId null if nobody knows which
  void add(
      @Nullable LicenseId licenseId,
      AuthEvent.Action action,
      String outcome,
      @Nullable String agentId,
      @Nullable String clientId,
      @Nullable String address) {
    store.add(
        new AuthEvent(
            clock.instant(),
            licenseId == null ? 0 : licenseId.value(),
            action,
            outcome,
            cut(agentId),
            cut(clientId),
            address));
  }

  /// What somebody typed may be of any length, and hold what no text column takes.
  private static @Nullable String cut(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String storable = text.replace('\0', ' ');
    return storable.length() <= LONGEST ? storable : storable.substring(0, LONGEST);
  }
}
