package io.parley.core.content;

import io.parley.core.user.AgentId;

/// A greeting that a visitor is shown.
///
/// @param id of the greeting as it is configured
/// @param uniqueId of this showing of it to this visitor
/// @param agentId in whose name it greets
/// @param displayedFirstTime false if the visitor has seen it before
public record ShownGreeting(
    int id, String uniqueId, String text, AgentId agentId, boolean displayedFirstTime) {}
