package io.parley.gateway.account;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The two cookies of an agent's browser: its session's secret, and a secret that marks its forms
/// before there is a session. Over TLS their names keep other hosts from setting them.
final class BrowserCookies {
  private static final String SESSION = "parley_session";
  private static final String FORM = "parley_form";
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final TokenMint mint;
  private final Duration sessionLifetime;

  BrowserCookies(TokenMint mint, Duration sessionLifetime) {
    this.mint = mint;
    this.sessionLifetime = sessionLifetime;
  }

  /// True if the browser speaks TLS, with this server or with a proxy before it.
  static boolean isSecure(HttpServerRequest request) {
    @Nullable String forwarded = request.getHeader("X-Forwarded-Proto");
    return request.isSSL()
        || (forwarded != null && forwarded.split(",", 2)[0].strip().equalsIgnoreCase("https"));
  }

  Optional<String> session(HttpServerRequest request) {
    return value(request, SESSION);
  }

  Optional<String> form(HttpServerRequest request) {
    return value(request, FORM);
  }

  void keepSession(RoutingContext context, String secret) {
    set(context, SESSION, secret, Optional.of(sessionLifetime));
  }

  void dropSession(RoutingContext context) {
    set(context, SESSION, "", Optional.of(Duration.ZERO));
  }

  /// The secret that marks the browser's forms; the browser gets one if it has none.
  String formSecret(RoutingContext context) {
    return form(context.request())
        .orElseGet(
            () -> {
              String secret = mint.secret();
              set(context, FORM, secret, Optional.empty());
              return secret;
            });
  }

  private static Optional<String> value(HttpServerRequest request, String name) {
    return Optional.ofNullable(request.getCookie(name(request, name)))
        .map(Cookie::getValue)
        .filter(value -> SECRET.matcher(value).matches());
  }

  private static String name(HttpServerRequest request, String name) {
    return isSecure(request) ? "__Host-" + name : name;
  }

  private static void set(
      RoutingContext context, String name, String value, Optional<Duration> lifetime) {
    HttpServerRequest request = context.request();
    Cookie cookie =
        Cookie.cookie(name(request, name), value)
            .setPath("/")
            .setHttpOnly(true)
            .setSecure(isSecure(request))
            .setSameSite(CookieSameSite.LAX);
    lifetime.ifPresent(time -> cookie.setMaxAge(time.toSeconds()));
    context.response().addCookie(cookie);
  }
}
