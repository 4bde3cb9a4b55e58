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
          + " connect-src 'self'; frame-src 'self' https: http:; manifest-src 'self';"
          + " base-uri 'none'; form-action 'self'";

  /// What browsers may do for the page.
  ///
  /// @param websites origins of the license; none: every website
  String contentSecurityPolicy(Set<String> websites) {
    return switch (framing) {
      case WEBSITES ->
          websites.isEmpty()
              ? POLICY
              : POLICY + "; frame-ancestors 'self' " + String.join(" ", new TreeSet<>(websites));
      case NOBODY -> POLICY + "; frame-ancestors 'none'";
    };
  }
}
