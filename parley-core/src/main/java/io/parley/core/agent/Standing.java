package io.parley.core.agent;

/// Whether an agent may work.
///
/// @param suspended whether the agent's rights are withdrawn for now
/// @param awaitingApproval whether nobody has let the agent in yet
public record Standing(boolean suspended, boolean awaitingApproval) {
  /// Of an agent who may work.
  public static final Standing WORKING = new Standing(false, false);

  /// True if nothing keeps the agent from working.
  public boolean works() {
    return equals(WORKING);
  }
}
