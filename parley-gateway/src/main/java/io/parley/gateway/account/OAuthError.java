package io.parley.gateway.account;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A refusal on the paths of the accounts host.
///
/// @param status of the answer over HTTP
/// @param description one sentence for the developer who made the request
/// @param details a documented `exception_details`, if one fits
record OAuthError(Code code, int status, String description, @Nullable String details) {
  /// `exception_details`: nobody registered that application.
  static final String CLIENT_ID_NOT_FOUND = "client_id_not_found";

  /// `exception_details`: the application registered no address.
  static final String REDIRECT_URI_NOT_SET = "redirect_uri_not_set";

  /// `exception_details`: the application did not register that address.
  static final String INVALID_REDIRECT_URI = "invalid_redirect_uri";

  /// `exception_details`: the browser goes in circles.
  static final String TOO_MANY_REDIRECTS = "too_many_redirects";

  /// What is in doubt: the application's right, or who someone is.
  enum Family {
    /// Authorization: told as `oauth_exception`.
    OAUTH,
    /// Authentication: told as `identity_exception`.
    IDENTITY
  }

  /// The documented codes.
  enum Code {
    /// The request is malformed, or lacks a parameter.
    INVALID_REQUEST(400, Family.OAUTH),
    /// The application is unknown, lives elsewhere, or has another secret.
    UNAUTHORIZED_CLIENT(400, Family.OAUTH),
    /// This token, or this agent, may not do that.
    ACCESS_DENIED(403, Family.OAUTH),
    /// `response_type` is none that is served.
    UNSUPPORTED_RESPONSE_TYPE(400, Family.OAUTH),
    /// `grant_type` is none that is served.
    UNSUPPORTED_GRANT_TYPE(400, Family.OAUTH),
    /// A scope is unknown, lacking, or more than the agent may give.
    INVALID_SCOPE(400, Family.OAUTH),
    /// The code or token is unknown, expired, used or revoked.
    INVALID_GRANT(400, Family.OAUTH),
    /// The application does not show its secret, or shows what is another's.
    INVALID_CLIENT(401, Family.OAUTH),
    /// The agent has not allowed it, or not all of it.
    MISSING_GRANT(403, Family.OAUTH),
    /// Too much is asked at once.
    TEMPORARILY_UNAVAILABLE(429, Family.OAUTH),
    /// Something is wrong on the server's side.
    SERVER_ERROR(500, Family.OAUTH),
    /// Nobody says who they are.
    UNAUTHORIZED(401, Family.IDENTITY);

    private final int status;
    private final Family family;

    Code(int status, Family family) {
      this.status = status;
      this.family = family;
    }

    Family family() {
      return family;
    }

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The code of that name.
    static Optional<Code> ofWireName(String name) {
      for (Code code : values()) {
        if (code.wireName().equals(name)) {
          return Optional.of(code);
        }
      }
      return Optional.empty();
    }
  }

  OAuthError(Code code, String description) {
    this(code, description, null);
  }

  OAuthError(Code code, String description, @Nullable String details) {
    this(code, code.status, description, details);
  }

  static OAuthError invalidRequest(String description) {
    return new OAuthError(Code.INVALID_REQUEST, description);
  }

  static OAuthError serverError() {
    return new OAuthError(Code.SERVER_ERROR, "Something went wrong here");
  }

  /// The refusal of a token that somebody showed as a key.
  static OAuthError of(Refusal refusal) {
    return switch (refusal) {
      case MISSING -> new OAuthError(Code.UNAUTHORIZED, refusal.message());
      case MALFORMED, UNKNOWN, EXPIRED, REVOKED ->
          new OAuthError(Code.INVALID_GRANT, 401, refusal.message(), null);
      case WRONG_ROLE -> new OAuthError(Code.ACCESS_DENIED, refusal.message());
    };
  }

  /// The refusal of a token that may not do what is asked of it.
  static OAuthError lacksScope(String scope) {
    return new OAuthError(
        Code.INVALID_SCOPE, 403, "The access token lacks the scope `" + scope + "`", null);
  }
}
