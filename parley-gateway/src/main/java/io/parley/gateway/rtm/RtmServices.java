package io.parley.gateway.rtm;

import io.parley.gateway.access.Authenticator;
import io.parley.gateway.access.GrantEnds;
import io.parley.gateway.call.Calls;
import io.parley.gateway.call.Methods;
import io.parley.gateway.call.Queries;
import io.parley.gateway.content.Greetings;
import io.parley.gateway.geolocation.Geolocator;
import io.parley.gateway.limit.Strangers;
import io.parley.gateway.metrics.GatewayMeters;
import io.parley.protocol.response.ResponseRenderer;
import io.parley.protocol.session.SessionRegistry;
import io.parley.runtime.IdSource;
import io.parley.runtime.Placement;
import java.util.concurrent.Executor;

/// What all connections use.
///
/// @param blocking runs what blocks
public record RtmServices(
    RtmConfig config,
    Methods methods,
    Calls calls,
    Authenticator authenticator,
    GrantEnds grantEnds,
    Placement placement,
    SessionRegistry sessions,
    Queries queries,
    ResponseRenderer renderer,
    Greetings greetings,
    Strangers strangers,
    Geolocator geolocator,
    IdSource ids,
    GatewayMeters meters,
    Executor blocking) {}
