package io.parley.core.license;

import java.time.Duration;

/// How a license behaves; each has a default.
///
/// @param threadInactivityTimeout an active thread without a new event is closed after this long
/// @param threadIdleTimeout ... is marked idle after this long
/// @param agentReplyTimeout a chat whose agent has not replied is assigned anew after this long;
///     zero: never
/// @param agentDisconnectGrace an agent who lost the connection counts as gone after this long
/// @param queueEnabled whether chats wait when every agent is busy
/// @param queueLimit how many chats may wait per group
/// @param maxCustomerChatsCount how many chats a customer may have
/// @param continuousChats messaging mode: every chat is continuous
/// @param preferLastAgent whether a chat that is activated again goes to the agent who had it last,
///     if free
public record Settings(
    Duration threadInactivityTimeout,
    Duration threadIdleTimeout,
    Duration agentReplyTimeout,
    Duration agentDisconnectGrace,
    boolean queueEnabled,
    int queueLimit,
    int maxCustomerChatsCount,
    boolean continuousChats,
    boolean preferLastAgent) {
  /// The settings of a license for which none are given.
  public static final Settings DEFAULTS =
      new Settings(
          Duration.ofMinutes(30),
          Duration.ofMinutes(20),
          Duration.ZERO,
          Duration.ofSeconds(15),
          true,
          100,
          1,
          false,
          true);

  /// How many chats a customer may be allowed at most.
  public static final int MOST_CUSTOMER_CHATS = 1000;

  /// The same, with another number of chats that a customer may have.
  public Settings withMaxCustomerChatsCount(int count) {
    return new Settings(
        threadInactivityTimeout,
        threadIdleTimeout,
        agentReplyTimeout,
        agentDisconnectGrace,
        queueEnabled,
        queueLimit,
        count,
        continuousChats,
        preferLastAgent);
  }

  /// Settings by which a chat goes back to the agent who had it last.
  public Settings(
      Duration threadInactivityTimeout,
      Duration threadIdleTimeout,
      Duration agentReplyTimeout,
      Duration agentDisconnectGrace,
      boolean queueEnabled,
      int queueLimit,
      int maxCustomerChatsCount,
      boolean continuousChats) {
    this(
        threadInactivityTimeout,
        threadIdleTimeout,
        agentReplyTimeout,
        agentDisconnectGrace,
        queueEnabled,
        queueLimit,
        maxCustomerChatsCount,
        continuousChats,
        true);
  }
}
