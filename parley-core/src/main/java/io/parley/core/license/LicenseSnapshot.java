package io.parley.core.license;

import io.parley.core.agent.Agent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.chat.Chat;
import io.parley.core.group.Group;
import io.parley.core.user.AgentId;
import java.util.List;
import java.util.Map;

/// What a license's live state is built from when its writer starts.
///
/// @param seq the number of the last durable change
/// @param lastRoutingStatuses each agent's last status that was not offline
/// @param activeChats every chat that has an active thread
/// @param customers the customers of these chats
public record LicenseSnapshot(
    LicenseProfile profile,
    long seq,
    List<Group> groups,
    List<Agent> agents,
    Map<AgentId, RoutingStatus> lastRoutingStatuses,
    List<Chat> activeChats,
    List<LoadedCustomer> customers) {}
