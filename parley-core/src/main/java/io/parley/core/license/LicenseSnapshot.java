package io.parley.core.license;

import io.parley.core.agent.Agent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.chat.Chat;
import io.parley.core.group.Group;
import io.parley.core.property.PropertyDefinition;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.Webhook;
import java.util.List;
import java.util.Map;

/// What a license's live state is built from when its writer starts.
///
/// @param seq the number of the last durable change
/// @param highestGroupId the highest number that a group ever had, be it deleted
/// @param formerAgents those who were deleted
/// @param lastRoutingStatuses each agent's last status that was not offline; of bots the last one
/// @param definitions the properties that are defined beside the default ones
/// @param activeChats every chat that has an active thread
/// @param customers the customers of these chats
/// @param webhooks those of the license and its bots, in the order in which they were registered
public record LicenseSnapshot(
    LicenseProfile profile,
    long seq,
    List<Group> groups,
    int highestGroupId,
    List<Agent> agents,
    List<Agent> formerAgents,
    Map<AgentId, RoutingStatus> lastRoutingStatuses,
    List<PropertyDefinition> definitions,
    List<Chat> activeChats,
    List<LoadedCustomer> customers,
    List<Webhook> webhooks) {

  /// A license in which nobody was deleted and nothing is defined.
  public LicenseSnapshot(
      LicenseProfile profile,
      long seq,
      List<Group> groups,
      List<Agent> agents,
      Map<AgentId, RoutingStatus> lastRoutingStatuses,
      List<Chat> activeChats,
      List<LoadedCustomer> customers) {
    this(
        profile,
        seq,
        groups,
        0,
        agents,
        List.of(),
        lastRoutingStatuses,
        List.of(),
        activeChats,
        customers,
        List.of());
  }
}
