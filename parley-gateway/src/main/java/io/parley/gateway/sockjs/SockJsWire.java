package io.parley.gateway.sockjs;

import io.parley.gateway.rtm.Wire;
import io.vertx.core.Future;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.List;

/// Frames over SockJS. Its heartbeats are the handler's; clients show that they live by what they
/// send.
record SockJsWire(SockJSSocket socket) implements Wire {
  @Override
  public void send(List<String> frames, Runnable sent) {
    Future<Void> last = Future.succeededFuture();
    for (String frame : frames) {
      last = socket.write(frame);
    }
    last.onComplete(_ -> sent.run());
  }

  @Override
  public void ping() {}

  @Override
  public void close(int code, String reason) {
    socket.close(code, reason);
  }

  @Override
  public void cut() {
    socket.close();
  }
}
