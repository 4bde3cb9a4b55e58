package io.parley.runtime.outgoing;

import java.net.InetAddress;
import java.net.URI;

/// What became of a web address that the server was asked to send a request to.
public sealed interface Target {

  /// A request may be sent.
  ///
  /// @param uri the web address, of `http` or `https`
  /// @param host for the header `Host` and, in TLS, for the name that the certificate must have;
  ///     an address of version 6 without its brackets
  /// @param address where the connection must go to, whatever the host may resolve to by then
  /// @param port the port of the web address, or the usual one
  record Open(URI uri, String host, InetAddress address, int port) implements Target {
    /// True if the request goes through TLS.
    public boolean isSecure() {
      return "https".equalsIgnoreCase(uri.getScheme());
    }

    /// The path with the query, for the first line of the request.
    public String pathAndQuery() {
      String path = uri.getRawPath();
      String query = uri.getRawQuery();
      return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }
  }

  /// No request may be sent.
  record Closed(Reason reason) implements Target {}

  /// Why no request may be sent.
  enum Reason {
    /// It is no address of `http` or `https` with a host.
    NO_WEB_ADDRESS("is no address of http or https"),
    /// It holds a user's name or password, which would be sent to whoever is there.
    WITH_CREDENTIALS("must not hold a user's name or password"),
    /// Nobody knows the host.
    UNKNOWN_HOST("names an unknown host"),
    /// The host is in a network that is not public.
    PRIVATE_NETWORK("leads into a private network");

    private final String problem;

    Reason(String problem) {
      this.problem = problem;
    }

    /// What is wrong with the address, in a few words, to be put behind the name of a field.
    public String problem() {
      return problem;
    }
  }
}
