package io.parley.gateway.account;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// Lets pages of every website read the answers, cookies included: widgets live on other people's
/// pages. What a page may learn by it is [BrowserRecognition]'s business.
final class CrossOrigin implements Handler<RoutingContext> {
  private static final String METHODS = "GET, POST, DELETE, OPTIONS";
  private static final String MAX_AGE_SECONDS = "86400";

  @Override
  public void handle(RoutingContext context) {
    var request = context.request();
    var headers = context.response().headers();
    headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null) {
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }
    if (!request.method().equals(HttpMethod.OPTIONS)) {
      context.next();
      return;
    }
    headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
    @Nullable String asked = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    headers.set(
        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
        asked == null ? "authorization, content-type" : asked);
    context.response().setStatusCode(204).end();
  }
}
