package io.parley.core.customer;

import org.jspecify.annotations.Nullable;

/// What is known of a visit when a customer logs in.
///
/// @param pageUrl the page that the customer is on
public record VisitDetails(
    @Nullable String ip,
    @Nullable String userAgent,
    @Nullable String referrer,
    @Nullable Geolocation geolocation,
    @Nullable String pageUrl,
    @Nullable String pageTitle) {
  /// Nothing.
  public static final VisitDetails NONE = new VisitDetails(null, null, null, null, null, null);
}
