package io.parley.runtime;

import io.parley.core.license.LicenseId;

/// Port: tells callers and audiences what was committed.
///
/// The batches of a license come in order. For each outcome the reply goes out first, then the
/// pushes of its changes. The calls come from the journal's thread: they hand over and return.
public interface Delivery {
  /// Delivers.
  void deliver(OutcomeBatch batch);

  /// The live state of a license was dropped: who was connected must connect again.
  void reset(LicenseId licenseId);
}
