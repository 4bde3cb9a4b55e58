package io.parley.gateway.door;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The HTTP connections of one event loop, and how long the server has waited for each: a client
/// that sends nothing, or a request byte by byte, is not waited for forever. Connections that
/// became WebSockets are no longer of interest here.
final class Visits {
  private static final int TICKS = 10;

  /// How much of a body must come in within a tick for the client to be one that hurries.
  private static final long HURRY_BYTES = 64L * 1024;

  private final IdentityHashMap<HttpConnection, Visit> visits = new IdentityHashMap<>();
  private long tick;

  private static final class Visit {
    private long waitingSince;
    private @Nullable HttpServerRequest request;
    private long bytes;

    Visit(long now) {
      waitingSince = now;
    }

    boolean isServersTurn() {
      return request != null && request.isEnded() && !request.response().ended();
    }

    /// True if much of the body has come in since this was asked last: a large file on a slow line
    /// takes its time.
    boolean hurries() {
      long before = bytes;
      bytes = request == null ? 0 : request.bytesRead();
      return bytes - before >= HURRY_BYTES;
    }
  }

  /// Must be called on the event loop.
  Visits(Vertx vertx, Duration arrivalTimeout) {
    vertx.setPeriodic(Math.max(1, arrivalTimeout.toMillis() / TICKS), _ -> tick());
  }

  /// A connection was opened.
  void began(HttpConnection connection) {
    visits.put(connection, new Visit(tick));
    connection.closeHandler(_ -> visits.remove(connection));
    // A client that breaks off is no news to an operator.
    connection.exceptionHandler(_ -> {});
  }

  /// The connection is none of ours any more.
  void left(HttpConnection connection) {
    visits.remove(connection);
  }

  /// The head of a request is here, perhaps not its body.
  void asked(HttpServerRequest request) {
    @Nullable Visit visit = visits.get(request.connection());
    if (visit != null) {
      visit.request = request;
      visit.bytes = 0;
      visit.waitingSince = tick;
    }
  }

  private void tick() {
    tick++;
    List<HttpConnection> late = new ArrayList<>();
    visits.forEach(
        (connection, visit) -> {
          if (visit.isServersTurn() || visit.hurries()) {
            visit.waitingSince = tick;
          } else if (tick - visit.waitingSince > TICKS) {
            late.add(connection);
          }
        });
    late.forEach(HttpConnection::close);
  }
}
