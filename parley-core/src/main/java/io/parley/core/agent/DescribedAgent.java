package io.parley.core.agent;

/// An agent as configured, and whether the agent is given chats now.
public record DescribedAgent(Agent agent, RoutingStatus status) {}
