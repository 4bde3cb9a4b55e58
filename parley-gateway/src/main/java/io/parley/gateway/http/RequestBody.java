package io.parley.gateway.http;

import io.parley.core.ErrorType;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/// Reads a request's body up to a limit, whatever its content type says: `curl -d` sends JSON under
/// the type of forms.
public final class RequestBody implements Handler<Buffer> {
  private static final long PATIENCE = 16L * 1024 * 1024;

  private final HttpServerRequest request;
  private final int maxBytes;
  private final Buffer body = Buffer.buffer();
  private long dropped;

  private RequestBody(HttpServerRequest request, int maxBytes) {
    this.request = request;
    this.maxBytes = maxBytes;
  }

  /// Reads the body. One that is too large is answered with `entity_too_large`; what is left of it
  /// is dropped, and at some length the connection too.
  public static void read(HttpServerRequest request, int maxBytes, Consumer<Buffer> then) {
    var reader = new RequestBody(request, maxBytes);
    request.handler(reader);
    request.endHandler(
        _ -> {
          if (reader.dropped == 0) {
            then.accept(reader.body);
          }
        });
  }

  @Override
  public void handle(Buffer part) {
    if (dropped == 0 && body.length() + part.length() <= maxBytes) {
      body.appendBuffer(part);
      return;
    }
    if (dropped == 0) {
      Answers.fail(
          request.response(),
          ErrorType.ENTITY_TOO_LARGE,
          "The body is larger than " + maxBytes + " bytes");
    }
    dropped += part.length();
    if (dropped > PATIENCE) {
      request.connection().close();
    }
  }
}
