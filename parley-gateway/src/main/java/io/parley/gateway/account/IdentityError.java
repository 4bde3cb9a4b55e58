package io.parley.gateway.account;

import java.util.Locale;
import java.util.Optional;

/// Why nobody is signed in: told as `identity_exception`, and to people on the page.
enum IdentityError {
  /// The form is not one that this server gave this browser, or lacks something.
  INVALID_REQUEST("That form is out of date. Please try again."),
  /// There is no such agent, or the password is another.
  UNAUTHORIZED("The e-mail address or the password is wrong."),
  /// The agent is known, but may not come in here, or not now.
  ACCESS_DENIED("This account can't be used here."),
  /// The agent was signed in, and is no longer.
  IDENTITY_LOST("You have been signed out. Please sign in again."),
  /// Nobody can sign in with a password.
  CREDENTIALS_LOGIN_DISABLED("Signing in with a password is switched off on this server."),
  /// Something is wrong on the server's side.
  SERVER_ERROR("Something went wrong here. Please try again.");

  private final String message;

  IdentityError(String message) {
    this.message = message;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// One or two sentences for the agent.
  String message() {
    return message;
  }

  /// The error of that name.
  static Optional<IdentityError> ofWireName(String name) {
    for (IdentityError error : values()) {
      if (error.wireName().equals(name)) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }
}
