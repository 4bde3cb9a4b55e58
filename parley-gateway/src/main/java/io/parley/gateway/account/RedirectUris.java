package io.parley.gateway.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The addresses that an application registered, and the documented rules of which others they
/// stand for: scheme and host the same, the path begun by the registered one; no query, no
/// fragment, no way up the path. One that begins with `/` is a page of this server itself.
record RedirectUris(List<String> registered) {

  /// The same, with pages of this server where the browser sees them.
  ///
  /// @param ownOrigin what the browser calls this server
  RedirectUris at(String ownOrigin) {
    return new RedirectUris(
        registered.stream()
            .map(address -> address.startsWith("/") ? ownOrigin + address : address)
            .toList());
  }

  /// True if the application registered none: then it may live anywhere.
  boolean isEmpty() {
    return registered.isEmpty();
  }

  /// True if the address is covered by a registered one.
  boolean cover(String address) {
    Optional<URI> asked = parse(address);
    return asked.isPresent()
        && registered.stream()
            .map(RedirectUris::parse)
            .flatMap(Optional::stream)
            .anyMatch(
                own ->
                    origin(own).equals(origin(asked.get()))
                        && path(asked.get()).startsWith(path(own)));
  }

  /// True if a page of a registered address has that origin.
  boolean coverOrigin(String origin) {
    return registered.stream()
        .map(RedirectUris::parse)
        .flatMap(Optional::stream)
        .map(RedirectUris::origin)
        .anyMatch(origin.toLowerCase(Locale.ROOT)::equals);
  }

  /// True if the address is that of a page with the origin; what it says beyond that is all the
  /// same.
  static boolean isAt(String address, String origin) {
    try {
      return origin(new URI(address.strip())).equals(origin.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /// True if an application may register the address.
  static boolean isUsable(String address) {
    return parse(address).isPresent();
  }

  private static Optional<URI> parse(String address) {
    try {
      var uri = new URI(address.strip());
      boolean plain =
          uri.getHost() != null
              && uri.getScheme() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && !climbs(uri.getRawPath().toLowerCase(Locale.ROOT));
      return plain ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static boolean climbs(String path) {
    for (String segment : path.replace("%2e", ".").split("/|%2f|%5c")) {
      if (segment.equals(".") || segment.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static String origin(URI uri) {
    return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
  }

  private static String path(URI uri) {
    return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
  }
}
