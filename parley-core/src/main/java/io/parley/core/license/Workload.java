package io.parley.core.license;

import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.user.AgentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How many active chats each agent is in, and which active chats have no agent.
final class Workload {
  private final Map<AgentId, Integer> activeChats = new HashMap<>();
  private final Set<ChatId> waiting = new LinkedHashSet<>();
  private boolean routingCalled;

  int of(AgentId agentId) {
    return activeChats.getOrDefault(agentId, 0);
  }

  Collection<ChatId> waiting() {
    return Collections.unmodifiableSet(waiting);
  }

  /// Something changed that may let a waiting chat be routed.
  void callRouting() {
    routingCalled = true;
  }

  /// True once after [#callRouting] if a chat waits.
  boolean takeRoutingCall() {
    boolean called = routingCalled && !waiting.isEmpty();
    routingCalled = false;
    return called;
  }

  /// Accounts for a chat that became another.
  ///
  /// @return the agents who have this chat as an active one now and had not before
  List<AgentId> update(@Nullable Chat before, Chat after) {
    if (before != null
        && before.active() == after.active()
        && before.members() == after.members()) {
      return List.of();
    }
    List<AgentId> had = agentsOf(before);
    List<AgentId> have = agentsOf(after);
    var gained = new ArrayList<AgentId>(have);
    gained.removeAll(had);
    gained.forEach(agent -> activeChats.merge(agent, 1, Integer::sum));
    for (AgentId agent : had) {
      if (!have.contains(agent)) {
        activeChats.computeIfPresent(agent, (_, count) -> count > 1 ? count - 1 : null);
        routingCalled = true;
      }
    }
    if (after.active() && have.isEmpty()) {
      waiting.add(after.id());
    } else {
      waiting.remove(after.id());
    }
    return gained;
  }

  private static List<AgentId> agentsOf(@Nullable Chat chat) {
    return chat != null && chat.active() ? chat.presentAgents() : List.of();
  }
}
