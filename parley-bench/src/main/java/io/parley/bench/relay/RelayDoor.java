package io.parley.bench.relay;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One event loop of a relay, with the connections that it serves.
final class RelayDoor extends VerticleBase {
  private static final String LICENSE_PARAMETER = "license_id";

  private final RelayConfig config;
  private final Ledger ledger;
  private final Switchboard switchboard;
  private final AtomicInteger customers;
  private final WireTime time;
  private @Nullable HttpServer server;

  RelayDoor(
      RelayConfig config,
      Ledger ledger,
      Switchboard switchboard,
      AtomicInteger customers,
      InstantSource clock) {
    this.config = config;
    this.ledger = ledger;
    this.switchboard = switchboard;
    this.customers = customers;
    this.time = new WireTime(clock);
  }

  @Override
  public Future<?> start() {
    var options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setAcceptBacklog(4096)
            .setTcpNoDelay(true);
    var opened = vertx.createHttpServer(options);
    server = opened;
    return opened
        .webSocketHandler(this::connected)
        .requestHandler(this::requested)
        .listen(config.port() == 0 ? -1 : config.port());
  }

  /// The port that this door listens on, which it shares with the others.
  int port() {
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    return server.actualPort();
  }

  Ledger ledger() {
    return ledger;
  }

  Switchboard switchboard() {
    return switchboard;
  }

  WireTime time() {
    return time;
  }

  /// Runs something on this door's event loop.
  void run(Runnable task) {
    context.runOnContext(_ -> task.run());
  }

  /// The license of the agent with a ready-made token.
  long licenseOfAgent(String token) {
    var number = Integer.parseInt(token.substring(token.lastIndexOf('-') + 1));
    var population = config.population();
    return population.licenseId(population.licenseOf(number));
  }

  private void connected(ServerWebSocket socket) {
    var isAgent = socket.path().contains("/agent/");
    var license = isAgent ? 0 : licenseIn(socket.query());
    var session = new RelaySession(this, socket, isAgent, license);
    socket.handler(session::received);
    socket.closeHandler(_ -> session.closed());
  }

  private void requested(HttpServerRequest request) {
    var token = "dal:bench-customer-" + customers.incrementAndGet();
    var _ =
        request
            .response()
            .putHeader("Content-Type", "application/json")
            .end("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"}");
  }

  private static long licenseIn(String query) {
    var parameter = query.indexOf(LICENSE_PARAMETER);
    var end = query.indexOf('&', parameter);
    return Long.parseLong(
        query.substring(
            parameter + LICENSE_PARAMETER.length() + 1, end < 0 ? query.length() : end));
  }
}
