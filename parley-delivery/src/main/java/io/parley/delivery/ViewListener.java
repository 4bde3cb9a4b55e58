package io.parley.delivery;

import io.parley.core.license.LicenseView;

/// Hears of every new picture of a license, before the answers and pushes that it goes with.
@FunctionalInterface
public interface ViewListener {
  /// The license looks like this from now on. Called on the delivery thread: must not block.
  void seen(LicenseView view);
}
