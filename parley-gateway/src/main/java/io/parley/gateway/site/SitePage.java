package io.parley.gateway.site;

import java.util.Set;
import java.util.TreeSet;

/// A page at an address of its own.
///
/// @param address where it is
/// @param path its file
/// @param framing who may show it in a frame
record SitePage(String address, String path, Framing framing) {
  /// Who may show a page in a frame.
  enum Framing {
    /// The websites of the license that the page is asked for, or all: the widget lives on other
    /// people's pages.
    WEBSITES,
    /// Nobody.
    NOBODY
  }

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
          + " img-src 'self' data: blob: https: http:; media-src 'self' data: blob:;"
          + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";

  /// Buttons of rich messages open other people's pages within the widget.
  private static final String VIEWS = "; frame-src 'self' https: http:";

  /// The shop frames the widget.
  private static final String OWN_FRAMES = "; frame-src 'self'";

  /// What browsers may do for the page.
  ///
  /// @param websites origins of the license; none: every website
  String contentSecurityPolicy(Set<String> websites) {
    return switch (framing) {
      case WEBSITES ->
          POLICY
              + VIEWS
              + (websites.isEmpty()
                  ? ""
                  : "; frame-ancestors 'self' " + String.join(" ", new TreeSet<>(websites)));
      case NOBODY -> POLICY + OWN_FRAMES + "; frame-ancestors 'none'";
    };
  }
}
