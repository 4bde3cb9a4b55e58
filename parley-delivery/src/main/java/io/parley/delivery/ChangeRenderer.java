package io.parley.delivery;

import io.parley.core.Change;
import io.parley.core.license.LicenseView;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.push.EncodedPush;
import java.util.List;

/// Port: says what is pushed for a change. Filled by
/// [io.parley.protocol.push.PushRenderer#render].
@FunctionalInterface
public interface ChangeRenderer {
  /// The pushes of a change as one side sees them, in order.
  List<EncodedPush> render(ApiVersion version, Api side, Change change, LicenseView view);
}
