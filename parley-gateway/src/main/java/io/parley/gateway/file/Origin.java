package io.parley.gateway.file;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Under which address the sender of a request knows this server.
public final class Origin {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]+\\]");

  private Origin() {}

  /// The configured address; else what the request says.
  ///
  /// @param publicUrl without a slash at its end
  public static String of(@Nullable String publicUrl, HttpServerRequest request) {
    if (publicUrl != null) {
      return publicUrl;
    }
    String forwarded = request.getHeader("X-Forwarded-Proto");
    String scheme =
        "https".equals(forwarded) || "http".equals(forwarded) ? forwarded : request.scheme();
    return scheme + "://" + authority(request);
  }

  private static String authority(HttpServerRequest request) {
    HostAndPort named = request.authority();
    if (named != null && HOST.matcher(named.host()).matches()) {
      return named.port() <= 0 ? named.host() : named.host() + ":" + named.port();
    }
    SocketAddress local = request.localAddress();
    String host = local.hostAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + local.port();
  }
}
