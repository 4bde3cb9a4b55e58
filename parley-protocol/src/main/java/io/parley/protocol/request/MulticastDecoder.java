package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.Json;
import io.parley.core.group.GroupId;
import io.parley.core.license.Multicast;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.protocol.method.Call;
import java.util.List;

/// Reads messages outside of chats.
public final class MulticastDecoder {
  private static final int MAX_KILOBYTES = 16;

  private MulticastDecoder() {}

  /// Multicast.
  public static Command multicast(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    Json content = JsonDecoder.any(request, "content", MAX_KILOBYTES);
    if (content == null) {
      throw request.invalid("content", "is required");
    }
    return new Multicast(
        ChatDecoder.agent(call),
        scope(request.object("scopes")),
        content,
        request.filledTextOrNull("type", Text.LABEL));
  }

  private static Multicast.Scope scope(Fields scopes) {
    Fields agents = scopes.objectOrNull("agents");
    Fields customers = scopes.objectOrNull("customers");
    boolean allAgents = agents != null && agents.flagOrFalse("all");
    List<AgentId> agentIds = agents == null ? List.of() : Ids.agents(agents, "ids");
    List<GroupId> groupIds = agents == null ? null : Ids.groupsOrNull(agents, "groups");
    List<CustomerId> customerIds = customers == null ? List.of() : Ids.customers(customers, "ids");
    if (!allAgents
        && agentIds.isEmpty()
        && (groupIds == null || groupIds.isEmpty())
        && customerIds.isEmpty()) {
      throw scopes.invalid("must have one of agents.all, agents.ids, agents.groups, customers.ids");
    }
    return new Multicast.Scope(
        allAgents, agentIds, groupIds == null ? List.of() : groupIds, customerIds);
  }
}
