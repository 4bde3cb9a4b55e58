package io.parley.gateway.door;

import io.parley.protocol.Api;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/// The address of an RTM API for WebSockets: `/<version>/<agent or customer>/rtm/ws`. Looked at
/// before all routes: what is routed is wrapped, and a wrapped WebSocket can't be written to at
/// once.
record RtmAddress(String version, Api api) {
  private static final String AGENT = "/agent/rtm/ws";
  private static final String CUSTOMER = "/customer/rtm/ws";

  /// The address that a request names; empty if it is another.
  static Optional<RtmAddress> of(HttpServerRequest request) {
    String path = request.path();
    return path == null || !HttpMethod.GET.equals(request.method())
        ? Optional.empty()
        : of(path, AGENT, Api.AGENT).or(() -> of(path, CUSTOMER, Api.CUSTOMER));
  }

  private static Optional<RtmAddress> of(String path, String suffix, Api api) {
    if (!path.endsWith(suffix) || path.length() <= suffix.length() + 1) {
      return Optional.empty();
    }
    String version = path.substring(1, path.length() - suffix.length());
    return version.indexOf('/') >= 0 ? Optional.empty() : Optional.of(new RtmAddress(version, api));
  }
}
