package io.parley.gateway;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.parley.gateway.access.Authenticator;
import io.parley.gateway.access.GrantEnds;
import io.parley.gateway.account.Licenses;
import io.parley.gateway.call.Methods;
import io.parley.gateway.call.Queries;
import io.parley.gateway.call.ServerMethod;
import io.parley.gateway.call.Views;
import io.parley.gateway.content.Greetings;
import io.parley.gateway.file.Incoming;
import io.parley.gateway.geolocation.Geolocator;
import io.parley.gateway.http.Routes;
import io.parley.protocol.method.Handling;
import io.parley.protocol.response.ResponseRenderer;
import io.parley.protocol.session.SessionRegistry;
import io.parley.runtime.IdSource;
import io.parley.runtime.Placement;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// What the gateway stands on.
///
/// @param greetings what visitors may be greeted with
/// @param sessions where logged-in connections announce themselves
/// @param views is to be told of every committed picture of a license
/// @param metrics served at `/metrics`
/// @param ready whether the rest of the server can serve; may block
/// @param routes further addresses, such as the authorization server's
/// @param serverMethods who answers what is neither a command nor a query; whatever is missing here
///     is refused
/// @param incoming where uploaded files come in
/// @param geolocator says where customers seem to be
public record GatewayPorts(
    Placement placement,
    Methods methods,
    ResponseRenderer renderer,
    Queries queries,
    Greetings greetings,
    Authenticator authenticator,
    GrantEnds grantEnds,
    Licenses licenses,
    SessionRegistry sessions,
    Views views,
    IdSource ids,
    InstantSource clock,
    PrometheusMeterRegistry metrics,
    BooleanSupplier ready,
    Routes routes,
    Map<Handling.OfServer, ServerMethod> serverMethods,
    Incoming incoming,
    Geolocator geolocator) {
  /// Makes the map unmodifiable.
  public GatewayPorts {
    serverMethods = Map.copyOf(serverMethods);
  }
}
