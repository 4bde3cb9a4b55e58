package io.parley.runtime;

import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseView;
import java.util.List;

/// Outcomes of one license, in order, all of them committed.
///
/// @param view the license after the last of them
public record OutcomeBatch(LicenseId licenseId, LicenseView view, List<Outcome> outcomes) {}
