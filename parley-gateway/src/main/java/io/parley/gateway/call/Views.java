package io.parley.gateway.call;

import io.parley.core.Result;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseView;
import io.parley.core.license.ViewLicense;
import io.parley.runtime.Cause;
import io.parley.runtime.Placement;
import io.parley.runtime.Reply;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The newest picture of each license that was heard of.
public final class Views {
  private final ConcurrentHashMap<LicenseId, LicenseView> byLicense = new ConcurrentHashMap<>();

  /// The license looks like this from now on.
  public void publish(LicenseView view) {
    byLicense.put(view.profile().id(), view);
  }

  /// Calls `onView` with the license's newest picture: at once if there is one, else on any thread
  /// when the license has been asked for it.
  public void use(
      Placement placement,
      LicenseId licenseId,
      Consumer<LicenseView> onView,
      Consumer<Answered.Failure> onFailure) {
    @Nullable LicenseView known = byLicense.get(licenseId);
    if (known != null) {
      onView.accept(known);
      return;
    }
    placement.submit(
        licenseId,
        new ViewLicense(),
        Cause.NONE,
        reply -> {
          if (reply instanceof Reply.Done(Result.Viewed(LicenseView view), _)) {
            byLicense.putIfAbsent(licenseId, view);
            onView.accept(view);
          } else {
            onFailure.accept(Answered.failure(reply));
          }
        });
  }
}
