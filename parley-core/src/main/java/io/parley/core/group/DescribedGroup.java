package io.parley.core.group;

import io.parley.core.routing.GroupStatus;
import io.parley.core.user.AgentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A group with its agents, and whether a chat of it would get one now.
///
/// @param priorities by agent, in the order of the agents
public record DescribedGroup(Group group, Map<AgentId, Priority> priorities, GroupStatus status) {
  /// Makes the map unmodifiable.
  public DescribedGroup {
    priorities = Collections.unmodifiableMap(new LinkedHashMap<>(priorities));
  }
}
