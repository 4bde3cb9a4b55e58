package io.parley.core.user;

/// Names an agent, person or bot: an e-mail address for people, a generated id for bots.
public record AgentId(String value) implements UserId {
  @Override
  public String toString() {
    return value;
  }
}
