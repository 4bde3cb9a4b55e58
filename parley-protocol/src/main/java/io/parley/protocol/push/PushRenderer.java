package io.parley.protocol.push;

import io.parley.core.Change;
import io.parley.core.license.LicenseView;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import java.util.List;

/// Turns changes into pushes: one exhaustive `switch` over the kinds of changes.
public final class PushRenderer {
  /// The pushes of a change, none, one or several in order, as one side sees them.
  ///
  /// @param side [Api#AGENT] or [Api#CUSTOMER]
  public List<EncodedPush> render(ApiVersion version, Api side, Change change, LicenseView view) {
    return List.of();
  }
}
