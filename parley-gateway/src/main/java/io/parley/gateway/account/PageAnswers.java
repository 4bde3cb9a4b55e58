package io.parley.gateway.account;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.parley.gateway.account.page.Page;
import io.parley.gateway.account.page.Pages;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers for browsers: pages and the way to other pages, none of which may be kept, framed, or
/// told to others.
final class PageAnswers {
  /// The page that says what went wrong.
  static final String ERROR_PATH = "/accounts/ooops";

  private static final int SEE_OTHER = 303;
  private static final int FOUND = 302;

  private PageAnswers() {}

  static void show(RoutingContext context, int status, Page page) {
    guarded(context)
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", page.contentSecurityPolicy())
        .end(page.html());
  }

  /// Sends the browser on. After a form it is told not to send the form on as well.
  static void goTo(RoutingContext context, String location) {
    boolean form = context.request().method().name().equals("POST");
    guarded(context)
        .setStatusCode(form ? SEE_OTHER : FOUND)
        .putHeader(HttpHeaders.LOCATION, location)
        .end();
  }

  /// Sends the browser to the documented error page: never to the application, whose address may be
  /// somebody else's.
  static void goToError(RoutingContext context, OAuthError error) {
    goTo(context, errorLocation(error));
  }

  /// Where the documented error page is.
  static String errorLocation(OAuthError error) {
    var parameters = new LinkedHashMap<String, String>();
    switch (error.code().family()) {
      case OAUTH -> parameters.put("oauth_exception", error.code().wireName());
      case IDENTITY -> parameters.put("identity_exception", error.code().wireName());
    }
    if (error.details() != null) {
      parameters.put("exception_details", error.details());
    }
    return ERROR_PATH + query(parameters);
  }

  /// The error page. It shows nothing of the address but what it knows.
  static void showError(RoutingContext context) {
    @Nullable String oauth = context.request().getParam("oauth_exception");
    @Nullable String identity = context.request().getParam("identity_exception");
    OAuthError.Code code =
        OAuthError.Code.ofWireName(oauth != null ? oauth : String.valueOf(identity))
            .orElse(OAuthError.Code.INVALID_REQUEST);
    @Nullable String details = context.request().getParam("exception_details");
    ErrorText text = ErrorText.of(code, details);
    String codes =
        text.details() == null ? code.wireName() : code.wireName() + ": " + text.details();
    show(
        context,
        new OAuthError(code, text.sentence()).status(),
        Pages.error("That did not work", text.sentence(), codes));
  }

  /// The query part of an address of this server.
  static String query(Map<String, String> parameters) {
    var lists = new LinkedHashMap<String, List<String>>();
    parameters.forEach((name, value) -> lists.put(name, List.of(value)));
    return lists.isEmpty() ? "" : "?" + URLUtils.serializeParameters(lists);
  }

  private static HttpServerResponse guarded(RoutingContext context) {
    return context
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("Pragma", "no-cache")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer");
  }
}
