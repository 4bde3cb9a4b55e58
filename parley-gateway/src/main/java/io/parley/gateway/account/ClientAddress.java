package io.parley.gateway.account;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// From where in the network a request comes.
public final class ClientAddress {
  private static final int PREFIX_BYTES = 8;

  private ClientAddress() {}

  /// The peer's address, or the one that a proxy before this server tells. Of version 6 the first
  /// half, for the other half is one household's to choose.
  ///
  /// @param forwardedTrusted whether a proxy on another machine is believed
  static String of(HttpServerRequest request, boolean forwardedTrusted) {
    return of(peer(request), request.getHeader("X-Forwarded-For"), forwardedTrusted);
  }

  static String of(String peer, @Nullable String forwarded, boolean forwardedTrusted) {
    return grouped(exact(peer, forwarded, forwardedTrusted));
  }

  /// The same address, whole.
  public static String exact(HttpServerRequest request, boolean forwardedTrusted) {
    return exact(peer(request), request.getHeader("X-Forwarded-For"), forwardedTrusted);
  }

  static String exact(String peer, @Nullable String forwarded, boolean forwardedTrusted) {
    if (forwarded == null || !(forwardedTrusted || isLoopback(peer))) {
      return peer;
    }
    String nearest = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return parse(nearest) == null ? peer : nearest;
  }

  private static String peer(HttpServerRequest request) {
    @Nullable SocketAddress remote = request.remoteAddress();
    return remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
  }

  private static boolean isLoopback(String address) {
    @Nullable InetAddress parsed = parse(address);
    return parsed != null && parsed.isLoopbackAddress();
  }

  private static String grouped(String address) {
    @Nullable InetAddress parsed = parse(address);
    return switch (parsed) {
      case null -> address;
      case Inet6Address six ->
          HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), PREFIX_BYTES)) + "::/64";
      case InetAddress four -> four.getHostAddress();
    };
  }

  private static @Nullable InetAddress parse(String address) {
    try {
      return InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
