package io.parley.gateway.sockjs;

import io.parley.gateway.http.RequestBody;
import io.parley.gateway.rtm.RtmDoor;
import io.parley.gateway.rtm.RtmDoor.Opening;
import io.parley.protocol.Api;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The RTM API over SockJS, for clients that look for `…/rtm/sjs`: by WebSocket, by a stream or by
/// polling, as the client can.
///
/// Not Vert.x' own handler: that closes the connection after every poll without saying so, loses
/// sessions when two polls come in on two event loops, and hides the WebSocket, whose pings and
/// pongs tell whether a client lives.
public final class SockJsDoor {
  private static final String NEVER_STORED = "no-store, no-cache, no-transform, must-revalidate";
  private static final long ENTROPIES = 1L << 32;

  private final RtmDoor door;
  private final Pollers pollers;
  private final int maxBodyBytes;
  private long entropy;

  /// @param door where the connections are handed in
  /// @param maxBodyBytes of what a poller sends at once
  public SockJsDoor(RtmDoor door, Pollers pollers, int maxBodyBytes) {
    this.door = door;
    this.pollers = pollers;
    this.maxBodyBytes = maxBodyBytes;
    this.entropy = System.identityHashCode(this);
  }

  /// Makes a connection of a WebSocket.
  public void carry(RtmDoor there, ServerWebSocket socket, Opening opening) {
    var wire = new SockJsSocketWire(Vertx.currentContext().owner(), socket, there.maxFrameBytes());
    wire.connect(there.open(wire, opening));
  }

  /// Adds the routes of everything but WebSockets.
  public void mount(Router router) {
    for (Api api : List.of(Api.AGENT, Api.CUSTOMER)) {
      String base = "/:version/" + api.name().toLowerCase(Locale.ROOT) + "/rtm/sjs";
      String session = base + "/:server/:session";
      router.route(base + "/*").handler(SockJsDoor::admit);
      router.get(base).handler(SockJsDoor::welcome);
      router.get(base + "/").handler(SockJsDoor::welcome);
      router.get(base + "/info").handler(this::info);
      router.post(session + "/xhr").handler(context -> poll(context, api, false));
      router.post(session + "/xhr_streaming").handler(context -> poll(context, api, true));
      router.post(session + "/xhr_send").handler(this::send);
    }
  }

  /// Any page may come in: what lets in is the token.
  private static void admit(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
    response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin == null ? "*" : origin);
    if (origin != null) {
      response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
      response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    if (!HttpMethod.OPTIONS.equals(request.method())) {
      response.putHeader(HttpHeaders.CACHE_CONTROL, NEVER_STORED);
      context.next();
      return;
    }
    @Nullable String headers = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    if (headers != null) {
      response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
    }
    response
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "OPTIONS, GET, POST")
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400")
        .setStatusCode(204)
        .end();
  }

  private static void welcome(RoutingContext context) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=UTF-8")
        .end("Welcome to SockJS!\n");
  }

  /// Clients seed their random numbers with the entropy where they have no better source; that it
  /// differs from answer to answer is enough.
  private void info(RoutingContext context) {
    entropy = (entropy * 6364136223846793005L + 1442695040888963407L) & Long.MAX_VALUE;
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=UTF-8")
        .end(
            new JsonObject()
                .put("websocket", true)
                .put("origins", new JsonArray().add("*:*"))
                .put("cookie_needed", false)
                .put("entropy", (entropy >>> 16) % ENTROPIES)
                .encode());
  }

  private void poll(RoutingContext context, Api api, boolean streaming) {
    HttpServerRequest request = context.request();
    String version = context.pathParam("version");
    String address = address(context);
    PollingWire known = pollers.get(address);
    var poll = new Poll(request.response(), streaming);
    var opening = door.opening(request, api, version);
    String problem = opening.problem();
    if (known == null && problem != null) {
      poll.last(SockJsFraming.close(1008, problem));
      return;
    }
    PollingWire session = known == null ? opened(address, opening) : known;
    poll.onGone(() -> session.execute(() -> session.gone(poll)));
    session.execute(() -> session.poll(poll));
  }

  private static String address(RoutingContext context) {
    String path = context.request().path();
    return path.substring(0, path.lastIndexOf('/'));
  }

  private PollingWire opened(String address, Opening opening) {
    var session = new PollingWire(door.loop(), Vertx.currentContext().owner());
    PollingWire there = pollers.putIfAbsent(address, session);
    if (there != null) {
      return there;
    }
    session.open(() -> pollers.remove(address, session), wire -> door.open(wire, opening));
    return session;
  }

  private void send(RoutingContext context) {
    HttpServerResponse response = context.response();
    PollingWire session = pollers.get(address(context));
    RequestBody.read(
        context.request(),
        maxBodyBytes,
        body -> {
          if (session == null) {
            response.setStatusCode(404).end();
          } else {
            send(response, session, body);
          }
        });
  }

  private void send(HttpServerResponse response, PollingWire session, Buffer body) {
    Optional<List<String>> messages = SockJsFraming.INSTANCE.decode(body.toString());
    response.putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=UTF-8");
    if (body.length() == 0) {
      response.setStatusCode(500).end("Payload expected.");
    } else if (messages.isEmpty()) {
      response.setStatusCode(500).end("Broken JSON encoding.");
    } else {
      session.execute(() -> session.received(messages.get(), door.maxFrameBytes()));
      response.setStatusCode(204).end();
    }
  }
}
