package io.parley.gateway.account;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a request tells of an agent's browser.
///
/// @param session the secret of its session
/// @param formSecret the secret that marks its forms before there is a session
/// @param address where it is
/// @param fromHere false if the browser says that another website's page made the request
record BrowserRequest(
    Optional<String> session, Optional<String> formSecret, String address, boolean fromHere) {

  static BrowserRequest of(
      HttpServerRequest request, BrowserCookies cookies, boolean forwardedTrusted) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    return new BrowserRequest(
        cookies.session(request),
        cookies.form(request),
        ClientAddress.of(request, forwardedTrusted),
        site == null || site.equals("same-origin") || site.equals("none"));
  }

  /// True if the form is one that this server gave to this browser.
  ///
  /// @param secret with which it was marked
  boolean isOwnForm(
      Parameters form, Optional<String> secret, String purpose, AuthorizeRequest request) {
    return isOwnForm(form, secret, purpose, request.carried());
  }

  /// True if the form is one that this server gave to this browser, with those values in it.
  boolean isOwnForm(
      Parameters form, Optional<String> secret, String purpose, Map<String, String> carried) {
    return fromHere
        && secret.isPresent()
        && form.text(FormSeal.FIELD)
            .filter(mark -> FormSeal.isRight(mark, secret.get(), purpose, carried))
            .isPresent();
  }

  /// Leaves the secrets out.
  @Override
  public String toString() {
    return "BrowserRequest[" + address + "]";
  }
}
