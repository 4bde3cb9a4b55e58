package io.parley.protocol.json;

import io.parley.core.user.AgentId;

/// A greeting that a customer's login shows.
///
/// @param id of the greeting as it is configured
/// @param uniqueId of this showing of it to this customer
/// @param agentId in whose name it greets
/// @param displayedFirstTime false if the customer has seen it before
public record LoginGreeting(
    int id, String uniqueId, String text, AgentId agentId, boolean displayedFirstTime) {}
