package io.parley.gateway.account;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The origin that this server's own pages have for a browser: what the browser, or a proxy for
/// it, asked for.
final class OwnOrigin {
  private OwnOrigin() {}

  static String of(HttpServerRequest request) {
    return (BrowserCookies.isSecure(request) ? "https://" : "http://") + authority(request);
  }

  private static String authority(HttpServerRequest request) {
    @Nullable HostAndPort authority = request.authority();
    if (authority == null) {
      return "";
    }
    String host = authority.host().toLowerCase(Locale.ROOT);
    return authority.port() < 0 ? host : host + ":" + authority.port();
  }
}
