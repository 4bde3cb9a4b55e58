package io.parley.gateway.rtm;

import io.parley.protocol.Api;
import io.parley.protocol.push.Disconnections;
import io.parley.protocol.push.EncodedPush;
import org.jspecify.annotations.Nullable;

/// Why the server closes a connection, told by a last push.
///
/// @param reason one of the documented ones
/// @param region the right region, if the reason is a wrong one
record Disconnection(String reason, @Nullable String region) {
  static final Disconnection CONNECTION_TIMEOUT = new Disconnection("connection_timeout", null);
  static final Disconnection LICENSE_NOT_FOUND = new Disconnection("license_not_found", null);
  static final Disconnection TOO_MANY_STRANGERS =
      new Disconnection("too_many_unauthorized_connections", null);
  static final Disconnection UNSUPPORTED_VERSION = new Disconnection("unsupported_version", null);
  static final Disconnection INTERNAL_ERROR = new Disconnection("internal_error", null);

  static Disconnection misdirected(String region) {
    return new Disconnection("misdirected_connection", region);
  }

  /// When the server stops.
  static Disconnection stop(Api api) {
    return new Disconnection(
        api == Api.AGENT ? "agent_disconnected_by_server" : "connection_evicted", null);
  }

  String frame(Api api) {
    return push(api).frameFor(null);
  }

  private EncodedPush push(Api api) {
    boolean agent = api == Api.AGENT;
    if (region == null) {
      return agent ? Disconnections.agent(reason) : Disconnections.customer(reason);
    }
    return agent ? Disconnections.agent(reason, region) : Disconnections.customer(reason, region);
  }
}
