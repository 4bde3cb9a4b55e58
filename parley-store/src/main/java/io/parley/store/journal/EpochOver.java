package io.parley.store.journal;

import io.parley.core.license.LicenseId;
import java.io.Serial;

/// The license was taken over by somebody else, or its writer must load it again after a failure:
/// nothing that was made under the old epoch is written.
final class EpochOver extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  EpochOver(LicenseId licenseId, long epoch) {
    super("epoch " + epoch + " of license " + licenseId + " is over");
  }
}
