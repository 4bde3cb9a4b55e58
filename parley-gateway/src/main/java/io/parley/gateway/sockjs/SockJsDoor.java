package io.parley.gateway.sockjs;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.parley.gateway.rtm.RtmConnection;
import io.parley.gateway.rtm.RtmDoor;
import io.parley.gateway.rtm.RtmDoor.Opening;
import io.parley.protocol.Api;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.Locale;

/// The RTM API over SockJS, for clients that look for `…/rtm/sjs`: by WebSocket, streaming or
/// polling, as the client can.
public final class SockJsDoor {
  private static final String SUFFIX = "/rtm/sjs";
  private static final long HEARTBEAT_MILLIS = 25_000;
  private static final int POLICY_VIOLATION = 1008;
  private static final int TOO_BIG = 1009;

  private final RtmDoor door;
  private final int maxBodyBytes;
  private final int maxFrameBytes;

  /// @param door where the connections are handed in
  /// @param maxBodyBytes of what a poller sends at once
  /// @param maxFrameBytes of one message
  public SockJsDoor(RtmDoor door, int maxBodyBytes, int maxFrameBytes) {
    this.door = door;
    this.maxBodyBytes = maxBodyBytes;
    this.maxFrameBytes = maxFrameBytes;
  }

  /// Adds the routes.
  public void mount(Vertx vertx, Router router) {
    mount(vertx, router, Api.AGENT);
    mount(vertx, router, Api.CUSTOMER);
  }

  private void mount(Vertx vertx, Router router, Api api) {
    String path = "/:version/" + api.name().toLowerCase(Locale.ROOT) + SUFFIX + "/*";
    router.post(path).handler(BodyHandler.create(false).setBodyLimit(maxBodyBytes));
    var options =
        new SockJSHandlerOptions()
            .setHeartbeatInterval(HEARTBEAT_MILLIS)
            .setInsertJSESSIONID(false);
    router
        .route(path)
        .subRouter(
            SockJSHandler.create(vertx, options).socketHandler(socket -> opened(socket, api)));
  }

  private void opened(SockJSSocket socket, Api api) {
    var opening = opening(socket, api);
    String problem = opening.problem();
    if (problem != null) {
      // Not at once: the handler of SockJS is about to write its opening frame.
      Vertx.currentContext().runOnContext(_ -> socket.close(POLICY_VIOLATION, problem));
      return;
    }
    var wire = new SockJsWire(socket);
    RtmConnection connection = door.open(wire, opening);
    socket.handler(text -> received(connection, text));
    socket.closeHandler(_ -> connection.closed());
    socket.exceptionHandler(_ -> connection.closed());
  }

  private void received(RtmConnection connection, Buffer text) {
    if (text.length() > maxFrameBytes) {
      connection.violated(TOO_BIG, "the message is too big");
    } else {
      connection.text(text.toString());
    }
  }

  private static Opening opening(SockJSSocket socket, Api api) {
    var uri = new QueryStringDecoder(socket.uri());
    MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
    uri.parameters().forEach(parameters::add);
    String[] segments = uri.path().split("/");
    return new Opening(
        api,
        segments.length > 1 ? segments[1] : "",
        socket.headers(),
        parameters,
        socket.remoteAddress().hostAddress());
  }
}
