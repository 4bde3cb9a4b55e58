package io.parley.gateway.account;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes a request's body, up to a limit.
final class RequestBytes {
  /// No request to these paths has reason to be larger.
  static final int LIMIT = 16 * 1024;

  /// A client that goes on sending is not listened to any longer.
  private static final int PATIENCE = 1024 * 1024;

  private RequestBytes() {}

  /// Hands over the body, or says that it is too large; then the rest of it is not kept.
  static void read(RoutingContext context, Consumer<Buffer> whole, Runnable tooLarge) {
    if (context.body().available()) {
      @Nullable Buffer body = context.body().buffer();
      finish(body == null ? Buffer.buffer() : body, whole, tooLarge);
      return;
    }
    HttpServerRequest request = context.request();
    Buffer body = Buffer.buffer();
    request.handler(
        part -> {
          if (body.length() <= LIMIT) {
            body.appendBuffer(part);
          } else if (request.bytesRead() > PATIENCE) {
            request.connection().close();
          }
        });
    request.endHandler(_ -> finish(body, whole, tooLarge));
    request.resume();
  }

  private static void finish(Buffer body, Consumer<Buffer> whole, Runnable tooLarge) {
    if (body.length() > LIMIT) {
      tooLarge.run();
    } else {
      whole.accept(body);
    }
  }
}
