package io.parley.gateway.sockjs;

import io.parley.gateway.rtm.RtmConnection;
import io.parley.gateway.rtm.WebSocketWire;
import io.parley.gateway.rtm.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;

/// SockJS over a WebSocket.
final class SockJsSocketWire implements Wire {
  private static final long HEARTBEAT_MILLIS = 25_000;
  private static final int NORMAL_CLOSURE = 1000;

  private final WebSocketWire wire;

  /// Opens the session, and keeps it alive by heartbeats: clients answer them with pings.
  SockJsSocketWire(Vertx vertx, ServerWebSocket socket, int maxMessageBytes) {
    this.wire = new WebSocketWire(socket, SockJsFraming.INSTANCE, maxMessageBytes);
    wire.write(List.of(SockJsFraming.OPEN), () -> {});
    vertx.setPeriodic(
        HEARTBEAT_MILLIS,
        timer -> {
          if (!wire.isOpen()) {
            vertx.cancelTimer(timer);
          } else {
            wire.write(List.of(SockJsFraming.HEARTBEAT), () -> {});
          }
        });
  }

  void connect(RtmConnection listener) {
    wire.connect(listener);
  }

  @Override
  public void send(List<String> frames, Runnable sent) {
    wire.send(frames, sent);
  }

  @Override
  public void ping() {
    wire.ping();
  }

  @Override
  public void close(int code, String reason) {
    wire.write(List.of(SockJsFraming.close(code, reason)), () -> {});
    wire.close(NORMAL_CLOSURE, reason);
  }

  @Override
  public void cut() {
    wire.cut();
  }
}
