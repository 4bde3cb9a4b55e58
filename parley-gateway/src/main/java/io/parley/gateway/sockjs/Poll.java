package io.parley.gateway.sockjs;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/// A request that waits for frames: for one, or for as many as a stream may hold. Its methods may
/// be called on any thread.
final class Poll {
  private static final int STREAM_CHARS = 128 * 1024;
  private static final String PRELUDE = "h".repeat(2048) + "\n";

  private final HttpServerResponse response;
  private final Context context;
  private final boolean streaming;
  private int written;

  /// Must be made on the request's event loop.
  Poll(HttpServerResponse response, boolean streaming) {
    this.response = response;
    this.context = Vertx.currentContext();
    this.streaming = streaming;
    response.putHeader(HttpHeaders.CONTENT_TYPE, "application/javascript; charset=UTF-8");
    if (streaming) {
      response.setChunked(true).write(PRELUDE);
    }
  }

  /// Has something done if the client goes away before the poll is over.
  void onGone(Runnable gone) {
    response.exceptionHandler(_ -> gone.run());
    response.closeHandler(_ -> gone.run());
  }

  /// Answers with a frame. True if the poll can take another.
  boolean frame(String frame) {
    written += frame.length();
    boolean over = !streaming || written > STREAM_CHARS;
    context.runOnContext(_ -> write(frame + "\n", over));
    return !over;
  }

  /// Ends the poll with a last frame.
  void last(String frame) {
    context.runOnContext(_ -> write(frame + "\n", true));
  }

  private void write(String text, boolean over) {
    if (response.closed() || response.ended()) {
      return;
    }
    if (over) {
      response.end(text);
    } else {
      response.write(text);
    }
  }
}
