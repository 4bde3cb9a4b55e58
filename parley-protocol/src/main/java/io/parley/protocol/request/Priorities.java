package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.user.AgentId;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How early agents are given chats of groups.
final class Priorities {
  /// The priorities by name.
  static final Map<String, Priority> BY_NAME =
      Map.of(
          "first", Priority.FIRST,
          "normal", Priority.NORMAL,
          "last", Priority.LAST,
          "supervisor", Priority.SUPERVISOR);

  private static final int MAX_AGENTS = 10_000;

  private Priorities() {}

  /// An agent's groups, as a list of objects; null if it is absent.
  static @Nullable SortedMap<GroupId, Priority> ofAgentOrNull(Fields request) {
    if (!request.has("groups")) {
      return null;
    }
    var groups = new TreeMap<GroupId, Priority>();
    for (Fields group : request.objects("groups", Ids.MAX_LISTED)) {
      GroupId groupId = Ids.group(group, "id");
      if (groups.put(groupId, group.choice("priority", BY_NAME)) != null) {
        throw group.invalid("id", "group " + groupId + " is named twice");
      }
    }
    return groups;
  }

  /// A group's agents, as an object; null if it is absent.
  static @Nullable SortedMap<AgentId, Priority> ofGroupOrNull(Fields request) {
    Fields given = request.objectOrNull("agent_priorities");
    if (given == null) {
      return null;
    }
    if (given.node().size() > MAX_AGENTS) {
      throw given.invalid("must name at most " + MAX_AGENTS + " agents");
    }
    var agents = new TreeMap<AgentId, Priority>(Comparator.comparing(AgentId::value));
    for (Map.Entry<String, JsonNode> entry : given.node().properties()) {
      String problem = Text.AGENT_ID.problem(entry.getKey());
      if (problem != null) {
        throw given.invalid("the id of an agent " + problem);
      }
      agents.put(new AgentId(entry.getKey()), given.choice(entry.getKey(), BY_NAME));
    }
    return agents;
  }
}
