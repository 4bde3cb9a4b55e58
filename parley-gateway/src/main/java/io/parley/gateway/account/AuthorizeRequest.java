package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.ProofKey;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An application's wish for an agent's token, brought by the agent's browser, and found in order:
/// the application exists and lives at `redirectUri`.
///
/// @param clients the application, in each license that registered it
/// @param scopes fewer than the application registered; empty: all of them
/// @param shape how the answer gets to the application
record AuthorizeRequest(
    Parameters parameters,
    Answer answer,
    List<OAuthClient> clients,
    String redirectUri,
    Optional<Set<String>> scopes,
    Optional<ProofKey> proofKey,
    Shape shape) {
  /// The parameters that make the request; a form carries them on.
  static final List<String> CARRIED =
      List.of(
          "response_type",
          "client_id",
          "redirect_uri",
          "state",
          "scope",
          "prompt",
          "flow",
          "organization_id",
          "code_challenge",
          "code_challenge_method");

  /// What the application wants.
  enum Answer {
    /// A code, to be exchanged for tokens.
    CODE,
    /// An access token, at once.
    TOKEN
  }

  /// How the answer gets to the application.
  enum Shape {
    /// The browser goes there.
    REDIRECT,
    /// The application waits in the window that opened this one.
    MESSAGE
  }

  AuthorizeRequest {
    clients = List.copyOf(clients);
  }

  String clientId() {
    return clients.getFirst().clientId();
  }

  /// What the application is called. Where licenses call it differently, nobody has signed in yet
  /// who could tell which is meant.
  String name() {
    return clients.getFirst().name();
  }

  Optional<OAuthClient> clientIn(LicenseId licenseId) {
    return clients.stream().filter(each -> each.licenseId().equals(licenseId)).findFirst();
  }

  /// True if the agent is to be asked whatever was allowed before.
  boolean isConsentForced() {
    return parameters.text("prompt").filter("consent"::equals).isPresent();
  }

  /// True if the agent must not see anything.
  boolean isUnseen() {
    return parameters.text("prompt").filter("none"::equals).isPresent();
  }

  Optional<String> state() {
    return parameters.text("state");
  }

  /// The origin of the application's pages.
  String redirectOrigin() {
    var uri = URI.create(redirectUri);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  /// The parameters to carry on, in a fixed order.
  Map<String, String> carried() {
    var carried = new LinkedHashMap<String, String>();
    for (String name : CARRIED) {
      parameters.text(name).ifPresent(value -> carried.put(name, value));
    }
    return carried;
  }
}
