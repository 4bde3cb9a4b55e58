package io.parley.gateway.http;

import io.parley.core.ErrorType;

/// The HTTP status of every error. The documentation names the errors and leaves the status open.
///
/// | status | errors |
/// | --- | --- |
/// | 400 | the request is wrong as it stands, or the chat, group or customer is not in the right
/// state for it |
/// | 401 | the token |
/// | 403 | the token is good, its holder may not |
/// | 404 | the address, method or resource does not exist |
/// | 413 | the body is too large |
/// | 421 | another region |
/// | 429 | too many requests |
/// | 500 | a fault of the server |
/// | 503 | the server stops or starts |
/// | 504 | no answer within 15 seconds; not 408, which lets browsers repeat a request unasked |
public final class HttpStatus {
  private HttpStatus() {}

  /// The status for an error.
  public static int of(ErrorType type) {
    return switch (type) {
      case AGENT_OFFLINE,
          CHAT_INACTIVE,
          GROUP_OFFLINE,
          GROUP_UNAVAILABLE,
          GROUPS_OFFLINE,
          LIMIT_REACHED,
          REQUESTER_ALREADY_OFFLINE,
          UNSUPPORTED_VERSION,
          USERS_LIMIT_REACHED,
          VALIDATION,
          WRONG_PRODUCT_VERSION ->
          400;
      case AUTHENTICATION -> 401;
      case AUTHORIZATION,
          CUSTOMER_BANNED,
          LICENSE_EXPIRED,
          NOT_ALLOWED,
          REQUESTER_AWAITING_APPROVAL,
          REQUESTER_SUSPENDED,
          SEATS_LIMIT_EXCEEDED ->
          403;
      case GREETING_NOT_FOUND, GROUP_NOT_FOUND, LICENSE_NOT_FOUND, NOT_FOUND -> 404;
      case ENTITY_TOO_LARGE -> 413;
      case MISDIRECTED_REQUEST -> 421;
      case PENDING_REQUESTS_LIMIT_REACHED, TOO_MANY_REQUESTS -> 429;
      case INTERNAL -> 500;
      case SERVICE_UNAVAILABLE -> 503;
      case REQUEST_TIMEOUT -> 504;
    };
  }
}
