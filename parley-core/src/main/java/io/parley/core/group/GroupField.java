package io.parley.core.group;

/// What a group's description may hold beside its name and language.
public enum GroupField {
  /// The agents of the group, with their priorities.
  AGENT_PRIORITIES,
  /// Whether a chat of the group would get an agent.
  ROUTING_STATUS
}
