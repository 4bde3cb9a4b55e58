package io.parley.core;

/// The kinds of refusals that the platform documents, of every API (the documentation's table of
/// errors).
public enum ErrorType {
  /// The agent that the request needs is offline.
  AGENT_OFFLINE("Agent offline"),
  /// An invalid or expired access token.
  AUTHENTICATION("Authentication error"),
  /// The caller may not do this.
  AUTHORIZATION("Authorization error"),
  /// The action needs an active thread and the chat has none.
  CHAT_INACTIVE("No active chat thread"),
  /// The customer had been banned.
  CUSTOMER_BANNED("Customer is banned"),
  /// The request is too large.
  ENTITY_TOO_LARGE("Upload limit exceeded (10MB)."),
  /// The named group does not exist.
  GROUP_NOT_FOUND("Group not found"),
  /// The group is offline.
  GROUP_OFFLINE("Group is offline"),
  /// The group is online, but none of its agents is available.
  GROUP_UNAVAILABLE("No agent available for group"),
  /// All groups of the chat are offline.
  GROUPS_OFFLINE("Groups offline"),
  /// The greeting does not exist.
  GREETING_NOT_FOUND("Greeting not found"),
  /// Something is wrong on the server's side.
  INTERNAL("Internal server error"),
  /// The license's trial or subscription ended.
  LICENSE_EXPIRED("License expired"),
  /// No license has that id.
  LICENSE_NOT_FOUND("License not found"),
  /// The change would exceed a limit on the resource.
  LIMIT_REACHED("Resource limit reached"),
  /// The request belongs to another region, which is named in the error's data.
  MISDIRECTED_REQUEST("Wrong region"),
  /// The action is not allowed.
  NOT_ALLOWED("Not allowed"),
  /// The requested resource wasn't found.
  NOT_FOUND("Not found"),
  /// Too many requests of one connection wait for their answer; the limit is 10.
  PENDING_REQUESTS_LIMIT_REACHED("Requests limit reached"),
  /// The method is allowed to agents that are logged in only.
  REQUESTER_ALREADY_OFFLINE("Requester offline"),
  /// The owner has not approved the agent yet.
  REQUESTER_AWAITING_APPROVAL("Requester awaiting approval"),
  /// The owner has withdrawn the agent's rights.
  REQUESTER_SUSPENDED("Requester suspended"),
  /// The request took longer than 15 seconds.
  REQUEST_TIMEOUT("Request timed out"),
  /// All seats of the license are taken.
  SEATS_LIMIT_EXCEEDED("Seats limit exceeded"),
  /// New requests are not accepted for the moment.
  SERVICE_UNAVAILABLE("Not accepting new requests"),
  /// The rate limit was exceeded.
  TOO_MANY_REQUESTS("Too many requests"),
  /// The protocol version is not served.
  UNSUPPORTED_VERSION("Unsupported version"),
  /// The limit of online customers was reached.
  USERS_LIMIT_REACHED("Users limit reached"),
  /// The request is not as it should be; the message names the field.
  VALIDATION("Wrong format of request"),
  /// The license is of another product.
  WRONG_PRODUCT_VERSION("Wrong product version");

  private final String message;

  ErrorType(String message) {
    this.message = message;
  }

  /// The documented message, for when nothing more precise can be said.
  public String message() {
    return message;
  }

  /// The name on the wire, `lower_snake_case`.
  public String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
