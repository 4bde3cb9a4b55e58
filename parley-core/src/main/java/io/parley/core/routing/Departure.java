package io.parley.core.routing;

/// Why an agent is not there for a chat any more.
public enum Departure {
  /// The agent logged out.
  SIGNED_OUT("signed_out", "had signed out"),
  /// Somebody else ended the agent's work: logged the agent out, or suspended the agent.
  REMOTELY_SIGNED_OUT("remotely_signed_out", "had been remotely signed out"),
  /// The agent's connection was lost for longer than the grace time.
  DISCONNECTED("disconnected", "had lost internet connection"),
  /// The agent was removed from the license.
  DELETED("deleted", "account had been deleted"),
  /// The agent left this one chat, or was taken out of it.
  OTHER("other", "");

  private final String wireName;
  private final String clause;

  Departure(String wireName, String clause) {
    this.wireName = wireName;
    this.clause = clause;
  }

  /// The last part of the types of the system messages that tell of it.
  public String wireName() {
    return wireName;
  }

  /// What a message says of the agent, after the name; empty for [#OTHER].
  String clause() {
    return clause;
  }
}
