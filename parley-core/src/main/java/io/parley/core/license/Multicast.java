package io.parley.core.license;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Json;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends a message outside of chats to agents and customers who are connected (Multicast). Nothing
/// is kept.
///
/// @param type a name for the kind of the message, if given
public record Multicast(Caller.ByAgent caller, Scope scope, Json content, @Nullable String type)
    implements Command {

  /// Who is to get a multicast: everybody who is named in one way or another.
  public record Scope(
      boolean allAgents,
      List<AgentId> agentIds,
      List<GroupId> groupIds,
      List<CustomerId> customerIds) {
    /// Makes the lists unmodifiable.
    public Scope {
      agentIds = List.copyOf(agentIds);
      groupIds = List.copyOf(groupIds);
      customerIds = List.copyOf(customerIds);
    }
  }

  @Override
  public Decision decide(License license, Context context) {
    return Decision.done(new Multicasted(caller.id(), scope, content, type));
  }
}
