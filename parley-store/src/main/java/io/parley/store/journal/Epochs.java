package io.parley.store.journal;

import io.parley.core.license.LicenseId;
import java.util.concurrent.ConcurrentHashMap;

/// The oldest epoch of each license under which this journal still commits.
final class Epochs {

  private final ConcurrentHashMap<LicenseId, Long> oldest = new ConcurrentHashMap<>();

  /// The license was opened under this epoch: earlier ones are over.
  void opened(LicenseId licenseId, long epoch) {
    oldest.merge(licenseId, epoch, Math::max);
  }

  /// A commit under this epoch failed: it is over.
  void failed(LicenseId licenseId, long epoch) {
    oldest.merge(licenseId, epoch + 1, Math::max);
  }

  boolean isOver(LicenseId licenseId, long epoch) {
    return epoch < oldest.getOrDefault(licenseId, 0L);
  }
}
