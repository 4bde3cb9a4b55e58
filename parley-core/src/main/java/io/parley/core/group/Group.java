package io.parley.core.group;

/// A group of agents.
public record Group(GroupId id, String name) {}
