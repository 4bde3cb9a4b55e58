package io.parley.gateway.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A refusal on the paths of the accounts host.
///
/// @param description one sentence for the developer who made the request
/// @param details a documented `exception_details`, if one fits
record OAuthError(Code code, String description, @Nullable String details) {

  /// What is in doubt: the application's right, or who someone is.
  enum Family {
    /// Authorization: told as `oauth_exception`.
    OAUTH,
    /// Authentication: told as `identity_exception`.
    IDENTITY
  }

  /// The documented codes that these paths have use for.
  enum Code {
    /// The request is malformed, or lacks a parameter.
    INVALID_REQUEST(400, Family.OAUTH),
    /// The application is unknown, or lives elsewhere.
    UNAUTHORIZED_CLIENT(400, Family.OAUTH),
    /// This token may not do that.
    ACCESS_DENIED(403, Family.OAUTH),
    /// `response_type` is not `token`.
    UNSUPPORTED_RESPONSE_TYPE(400, Family.OAUTH),
    /// `grant_type` is none that is served.
    UNSUPPORTED_GRANT_TYPE(400, Family.OAUTH),
    /// The token lacks a scope.
    INVALID_SCOPE(403, Family.OAUTH),
    /// The token is unknown, expired or revoked.
    INVALID_GRANT(401, Family.OAUTH),
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

    int status() {
      return status;
    }

    Family family() {
      return family;
    }

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  OAuthError(Code code, String description) {
    this(code, description, null);
  }

  static OAuthError invalidRequest(String description) {
    return new OAuthError(Code.INVALID_REQUEST, description);
  }

  static OAuthError of(Refusal refusal) {
    var code =
        switch (refusal) {
          case MISSING -> Code.UNAUTHORIZED;
          case MALFORMED, UNKNOWN, EXPIRED, REVOKED -> Code.INVALID_GRANT;
          case WRONG_ROLE -> Code.ACCESS_DENIED;
        };
    return new OAuthError(code, refusal.message());
  }
}
