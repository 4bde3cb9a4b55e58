package io.parley.gateway.account;

import java.util.Optional;

/// What a request tells of the browser behind it.
///
/// @param origin of the page that made the request; absent if no page did
/// @param ownOrigin the server's own, as the request addressed it
/// @param customerId what the browser keeps as `__lc_cid`
/// @param secret what the browser keeps as `__lc_cst`
record Browser(
    Optional<String> origin,
    String ownOrigin,
    Optional<String> customerId,
    Optional<String> secret) {
  /// The origin of pages that have none that could be told from another's: in a sandbox, or opened
  /// from a file.
  static final String OPAQUE = "null";

  /// True if nothing can be remembered of the page that asks.
  boolean isOpaque() {
    return origin.filter(OPAQUE::equals).isPresent();
  }
}
