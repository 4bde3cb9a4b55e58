package io.parley.delivery;

import io.parley.core.Change;
import io.parley.core.license.LicenseView;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.push.EncodedPush;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The pushes of one change, rendered when the first session asks and once for each side and
/// version.
final class Rendering {
  private final ChangeRenderer renderer;
  private final Change change;
  private final LicenseView view;
  private final Map<ApiVersion, List<EncodedPush>> forAgents = new EnumMap<>(ApiVersion.class);
  private final Map<ApiVersion, List<EncodedPush>> forCustomers = new EnumMap<>(ApiVersion.class);

  Rendering(ChangeRenderer renderer, Change change, LicenseView view) {
    this.renderer = renderer;
    this.change = change;
    this.view = view;
  }

  List<EncodedPush> forAgents(ApiVersion version) {
    return forAgents.computeIfAbsent(
        version, each -> renderer.render(each, Api.AGENT, change, view));
  }

  List<EncodedPush> forCustomers(ApiVersion version) {
    return forCustomers.computeIfAbsent(
        version, each -> renderer.render(each, Api.CUSTOMER, change, view));
  }
}
