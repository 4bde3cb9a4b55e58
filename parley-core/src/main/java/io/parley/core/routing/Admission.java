package io.parley.core.routing;

import io.parley.core.Rejection;
import io.parley.core.user.AgentId;

/// What becomes of a chat that begins.
public sealed interface Admission {
  /// This agent has it.
  record Given(AgentId agentId) implements Admission {}

  /// It waits for the next agent who is free.
  record Queued() implements Admission {}

  /// It begins without an agent, and stays so until somebody comes.
  record Unassigned() implements Admission {}

  /// It does not begin.
  record Refused(Rejection rejection) implements Admission {}
}
