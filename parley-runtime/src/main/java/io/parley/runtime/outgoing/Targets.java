package io.parley.runtime.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says where the requests of the server's own may go.
public final class Targets {
  private static final int HIGHEST_PORT = 65_535;

  private final NameResolver resolver;
  private final boolean privateAllowed;

  /// @param privateAllowed whether private networks and this machine may be reached, too
  public Targets(NameResolver resolver, boolean privateAllowed) {
    this.resolver = resolver;
    this.privateAllowed = privateAllowed;
  }

  /// Finds where a request to a web address has to go, or why it may not. Asks for the host's
  /// network addresses once, and takes the first that is allowed. Blocks.
  public Target find(String address) {
    try {
      return find(new URI(address.strip()));
    } catch (URISyntaxException _) {
      return new Target.Closed(Target.Reason.NO_WEB_ADDRESS);
    }
  }

  /// The same for an address that is parsed already. Blocks.
  public Target find(URI uri) {
    int port = port(uri);
    String host = host(uri);
    if (port <= 0 || host == null) {
      return new Target.Closed(Target.Reason.NO_WEB_ADDRESS);
    }
    if (uri.getRawUserInfo() != null) {
      return new Target.Closed(Target.Reason.WITH_CREDENTIALS);
    }
    try {
      return find(uri, host, port, resolver.resolve(host));
    } catch (UnknownHostException _) {
      return new Target.Closed(Target.Reason.UNKNOWN_HOST);
    }
  }

  private Target find(URI uri, String host, int port, List<InetAddress> addresses) {
    for (InetAddress address : addresses) {
      if (privateAllowed || PublicAddress.isPublic(address)) {
        return new Target.Open(uri, host, address, port);
      }
    }
    return new Target.Closed(Target.Reason.PRIVATE_NETWORK);
  }

  /// The port; 0 or less if the scheme is another or the port is none.
  private static int port(URI uri) {
    String scheme = uri.getScheme();
    int usual = "http".equalsIgnoreCase(scheme) ? 80 : "https".equalsIgnoreCase(scheme) ? 443 : 0;
    int given = uri.getPort();
    if (usual == 0 || given > HIGHEST_PORT) {
      return 0;
    }
    return given == -1 ? usual : given;
  }

  private static @Nullable String host(URI uri) {
    String host = uri.getHost();
    if (host == null || host.isEmpty()) {
      return null;
    }
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
