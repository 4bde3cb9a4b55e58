package io.parley.core;

import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import java.util.List;

/// Who is told of a change.
///
/// @param members agents who are users or followers of the chat, or named otherwise
/// @param witnesses further agents, told because their groups have access to the chat
/// @param allAgents true if every agent of the license is a witness; `witnesses` is empty then
/// @param customers on all their connections
public record Audience(
    List<AgentId> members, List<AgentId> witnesses, boolean allAgents, List<CustomerId> customers) {
  /// Nobody.
  public static final Audience NOBODY = new Audience(List.of(), List.of(), false, List.of());

  /// Every agent of the license, and nobody else.
  public static final Audience ALL_AGENTS = new Audience(List.of(), List.of(), true, List.of());

  /// True if there is nobody to tell.
  public boolean isEmpty() {
    return !allAgents && members.isEmpty() && witnesses.isEmpty() && customers.isEmpty();
  }
}
