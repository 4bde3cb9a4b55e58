package io.parley.gateway.account;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// Answers for programs.
final class JsonAnswers {
  private static final int UNAUTHENTICATED = 401;
  private static final int TOO_MANY = 429;

  private JsonAnswers() {}

  static void end(RoutingContext context, JsonObject body) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("Pragma", "no-cache")
        .end(body.toBuffer());
  }

  static void refuse(RoutingContext context, OAuthError error) {
    var response = context.response().setStatusCode(error.status());
    if (error.status() == UNAUTHENTICATED) {
      response.putHeader(
          "WWW-Authenticate",
          error.code() == OAuthError.Code.INVALID_CLIENT ? "Basic realm=\"parley\"" : "Bearer");
    }
    if (error.status() == TOO_MANY) {
      response.putHeader("Retry-After", "1");
    }
    end(context, body(error));
  }

  /// The same in both of the documented spellings.
  static JsonObject body(OAuthError error) {
    String code = error.code().wireName();
    var body = new JsonObject().put("error", code).put("error_description", error.description());
    switch (error.code().family()) {
      case OAUTH -> body.put("oauth_exception", code);
      case IDENTITY -> body.put("identity_exception", code);
    }
    if (error.details() != null) {
      body.put("exception_details", error.details());
    }
    return body;
  }
}
