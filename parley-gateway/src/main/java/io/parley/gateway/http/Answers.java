package io.parley.gateway.http;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.parley.core.ErrorType;
import io.parley.gateway.call.Answered;
import io.parley.protocol.frame.Frames;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/// What answers over HTTP look like: JSON always, errors in the documented form.
public final class Answers {
  private Answers() {}

  /// Answers what became of a request.
  public static void send(HttpServerResponse response, Answered answered) {
    switch (answered) {
      case Answered.Success(var payload) -> send(response, 200, Frames.body(payload));
      case Answered.Failure failure ->
          send(
              response,
              HttpStatus.of(failure.type()),
              Frames.errorBody(failure.type(), failure.message(), failure.data()));
    }
  }

  /// Answers with an error of that type.
  public static void fail(HttpServerResponse response, ErrorType type, String message) {
    send(response, Answered.failure(type, message));
  }

  /// Answers with a JSON body.
  public static void send(HttpServerResponse response, int status, String body) {
    if (response.ended() || response.closed()) {
      return;
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
        .end(body);
  }
}
