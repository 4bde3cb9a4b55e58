package io.parley.core.chat;

import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import java.util.List;

/// Where a chat is to go.
public sealed interface TransferTarget {
  /// To one of these agents, the first that can take it.
  record ToAgents(List<AgentId> agentIds) implements TransferTarget {
    /// Makes the list unmodifiable.
    public ToAgents {
      agentIds = List.copyOf(agentIds);
    }
  }

  /// To an agent of these groups.
  record ToGroups(List<GroupId> groupIds) implements TransferTarget {
    /// Makes the list unmodifiable.
    public ToGroups {
      groupIds = List.copyOf(groupIds);
    }
  }
}
