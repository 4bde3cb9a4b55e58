package io.parley.core.user;

import org.jspecify.annotations.Nullable;

/// On whose behalf a command or query is made.
public sealed interface Caller {

  /// An agent, or an application acting as one.
  ///
  /// @param id the acting agent; a bot when the request named one as its author
  /// @param reach which chats the token's scopes cover
  /// @param clientId the application that the token was issued to, if any
  record ByAgent(AgentId id, Reach reach, @Nullable String clientId) implements Caller {
    /// Whose is what the caller makes: the application's, or the agent's if there is none.
    public String owner() {
      return clientId == null ? id.value() : clientId;
    }
  }

  /// A customer.
  ///
  /// @param clientId the application that the token was issued to, if any
  record ByCustomer(CustomerId id, @Nullable String clientId) implements Caller {}

  /// The server itself: timers, routing, provisioning.
  record BySystem() implements Caller {}

  /// The application that the caller's token was issued to, if any.
  default @Nullable String clientId() {
    return null;
  }

  /// The acting user, or null for the server itself.
  default @Nullable UserId userId() {
    return switch (this) {
      case ByAgent agent -> agent.id();
      case ByCustomer customer -> customer.id();
      case BySystem() -> null;
    };
  }
}
