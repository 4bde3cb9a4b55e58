package io.parley.gateway.door;

import io.parley.core.ErrorType;
import io.parley.gateway.access.Tenants;
import io.parley.gateway.http.Answers;
import io.parley.gateway.http.HttpConfig;
import io.parley.gateway.http.Routes;
import io.parley.gateway.rtm.RtmDoor;
import io.parley.gateway.rtm.RtmLoop;
import io.parley.gateway.rtm.RtmServices;
import io.parley.gateway.sockjs.Pollers;
import io.parley.gateway.sockjs.SockJsDoor;
import io.parley.protocol.frame.Frames;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server on one event loop; all loops share the port.
public final class HttpDoor extends VerticleBase {
  private static final Logger log = LoggerFactory.getLogger(HttpDoor.class);
  private static final int BACKLOG = 4096;
  private static final int MAX_LINE = 8 * 1024;

  /// A frame that is too big is read and the client told so; one that is this many times too big
  /// is not.
  private static final int ABRUPT = 4;

  private static final int CLOSING_SECONDS = 3;
  private static final int GRACE_SECONDS = 2;

  private final HttpServerOptions options;
  private final HttpConfig config;
  private final RtmServices rtm;
  private final Tenants tenants;
  private final Pollers pollers;
  private final List<Routes> open;
  private final List<Routes> closedOnStop;
  private final BooleanSupplier stopping;
  private @Nullable Opened opened;

  private record Opened(HttpServer server, RtmLoop loop) {}

  /// @param options from [#options]
  /// @param pollers shared by all doors: each poll may come in at another
  /// @param open routes that are served to the end
  /// @param closedOnStop routes that are served until the server stops
  public HttpDoor(
      HttpServerOptions options,
      HttpConfig config,
      RtmServices rtm,
      Tenants tenants,
      Pollers pollers,
      List<Routes> open,
      List<Routes> closedOnStop,
      BooleanSupplier stopping) {
    this.options = options;
    this.config = config;
    this.rtm = rtm;
    this.tenants = tenants;
    this.pollers = pollers;
    this.open = List.copyOf(open);
    this.closedOnStop = List.copyOf(closedOnStop);
    this.stopping = stopping;
  }

  /// How to listen.
  ///
  /// @param port 0 for a free one, the same for all doors of one Vert.x
  public static HttpServerOptions options(String host, int port, HttpConfig config) {
    return new HttpServerOptions()
        .setHost(host)
        // A negative port: a free one, shared by the doors of one Vert.x.
        .setPort(port == 0 ? -1 : port)
        .setAcceptBacklog(BACKLOG)
        .setTcpNoDelay(true)
        .setHttp2ClearTextEnabled(false)
        .setMaxHeaderSize(config.maxHeaderBytes())
        .setMaxInitialLineLength(MAX_LINE)
        .setMaxWebSocketFrameSize(ABRUPT * config.maxFrameBytes())
        .setMaxWebSocketMessageSize(ABRUPT * config.maxFrameBytes())
        .setWebSocketClosingTimeout(CLOSING_SECONDS)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false);
  }

  @Override
  public Future<?> start() {
    var visits = new Visits(vertx, config.arrivalTimeout());
    var loop = new RtmLoop(context, rtm.config());
    var door = new RtmDoor(loop, rtm, tenants, config);
    Router router = Router.router(vertx);
    open.forEach(each -> each.mount(router));
    router.route().handler(this::admit);
    var sockJs = new SockJsDoor(door, pollers, config.maxBodyBytes());
    sockJs.mount(router);
    closedOnStop.forEach(each -> each.mount(router));
    failures(router);
    HttpServer server =
        vertx
            .createHttpServer(options)
            .connectionHandler(visits::began)
            .requestHandler(
                request -> {
                  visits.asked(request);
                  RtmAddress.of(request)
                      .ifPresentOrElse(
                          address ->
                              upgrade(
                                  request,
                                  address,
                                  door,
                                  address.sockJs() ? sockJs::carry : RtmDoor::carry,
                                  visits),
                          () -> router.handle(request));
                });
    opened = new Opened(server, loop);
    return server.listen();
  }

  /// The port that the server listens on.
  public int port() {
    return opened == null ? 0 : opened.server().actualPort();
  }

  /// Lets the RTM connections take their leave.
  ///
  /// @return completes when all are gone
  public Future<Void> dismiss() {
    return opened == null ? Future.succeededFuture() : opened.loop().stop();
  }

  @Override
  public Future<?> stop() {
    return opened == null
        ? Future.succeededFuture()
        : opened.server().shutdown(GRACE_SECONDS, TimeUnit.SECONDS);
  }

  private void upgrade(
      HttpServerRequest request,
      RtmAddress address,
      RtmDoor door,
      RtmDoor.Carrier carrier,
      Visits visits) {
    if (stopping.getAsBoolean()) {
      refuse(request.response());
    } else {
      var opening = door.opening(request, address.api(), address.version());
      door.upgrade(request, opening, carrier, visits::left);
    }
  }

  private void admit(RoutingContext context) {
    if (stopping.getAsBoolean()) {
      refuse(context.response());
    } else {
      context.next();
    }
  }

  private static void refuse(HttpServerResponse response) {
    Answers.fail(response, ErrorType.SERVICE_UNAVAILABLE, ErrorType.SERVICE_UNAVAILABLE.message());
  }

  private static void failures(Router router) {
    router.errorHandler(
        404,
        context ->
            Answers.fail(
                context.response(),
                ErrorType.NOT_FOUND,
                "Nothing is at " + context.request().path()));
    router.errorHandler(
        405,
        context -> {
          String body =
              Frames.errorBody(
                  ErrorType.NOT_ALLOWED,
                  context.request().method() + " is not for this address",
                  null);
          Answers.send(context.response(), 405, body);
        });
    router.errorHandler(
        413,
        context ->
            Answers.fail(context.response(), ErrorType.ENTITY_TOO_LARGE, "The body is too large"));
    router.errorHandler(
        400,
        context ->
            Answers.fail(context.response(), ErrorType.VALIDATION, ErrorType.VALIDATION.message()));
    router.errorHandler(
        500,
        context -> {
          log.error("{} failed", context.request().path(), context.failure());
          Answers.fail(context.response(), ErrorType.INTERNAL, ErrorType.INTERNAL.message());
        });
  }
}
