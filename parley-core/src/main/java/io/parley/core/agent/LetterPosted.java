package io.parley.core.agent;

import io.parley.core.user.AgentId;
import java.util.List;

/// An e-mail about an agent is to be sent. Not kept: who has not got it asks again.
///
/// @param to who is to get it
public record LetterPosted(AgentId agentId, Subject subject, List<AgentId> to)
    implements AgentChange {
  /// What it is about.
  public enum Subject {
    /// The agent may come in, and is to choose a password.
    INVITATION,
    /// The agent, who is suspended, asks for the rights back.
    UNSUSPENSION
  }

  /// Makes the list unmodifiable.
  public LetterPosted {
    to = List.copyOf(to);
  }

  /// An invitation.
  static LetterPosted invitation(AgentId agentId) {
    return new LetterPosted(agentId, Subject.INVITATION, List.of(agentId));
  }

  @Override
  public boolean durable() {
    return false;
  }
}
