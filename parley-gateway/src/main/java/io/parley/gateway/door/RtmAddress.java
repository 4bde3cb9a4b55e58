package io.parley.gateway.door;

import io.parley.protocol.Api;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address of an RTM API for WebSockets: `/<version>/<agent or customer>/rtm/ws`, and SockJS'
/// `…/rtm/sjs/<server>/<session>/websocket`. Looked at before all routes: what is routed is
/// wrapped, and a wrapped WebSocket can't be written to at once.
///
/// @param sockJs true if messages come in SockJS' frames
record RtmAddress(String version, Api api, boolean sockJs) {
  private static final Pattern PATH =
      Pattern.compile("/([^/]+)/(agent|customer)/rtm/(ws|sjs/[^/.]+/[^/.]+/websocket)");

  /// The address that a request names; empty if it is another.
  static Optional<RtmAddress> of(HttpServerRequest request) {
    String path = request.path();
    if (path == null || !path.contains("/rtm/") || !HttpMethod.GET.equals(request.method())) {
      return Optional.empty();
    }
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        ? Optional.of(
            new RtmAddress(
                matcher.group(1),
                matcher.group(2).equals("agent") ? Api.AGENT : Api.CUSTOMER,
                !matcher.group(3).equals("ws")))
        : Optional.empty();
  }
}
