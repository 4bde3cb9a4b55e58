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

/// In which active chats each agent is.
final class Workload {
  private final Map<AgentId, Set<ChatId>> activeChats = new HashMap<>();

  /// What a change to a chat means for agents.
  ///
  /// @param gained who has the chat as an active one now and had not before
  /// @param lost who had it and has it no more
  record Shift(List<AgentId> gained, List<AgentId> lost) {
    static final Shift NONE = new Shift(List.of(), List.of());
  }

  /// How many active chats the agent is in.
  int of(AgentId agentId) {
    return chatsOf(agentId).size();
  }

  /// The active chats that the agent is in.
  Collection<ChatId> chatsOf(AgentId agentId) {
    Set<ChatId> chats = activeChats.get(agentId);
    return chats == null ? List.of() : Collections.unmodifiableSet(chats);
  }

  /// Everyone who is in an active chat.
  Collection<AgentId> agents() {
    return Collections.unmodifiableSet(activeChats.keySet());
  }

  /// Accounts for a chat that became another.
  Shift update(@Nullable Chat before, Chat after) {
    if (before != null
        && before.active() == after.active()
        && before.members() == after.members()) {
      return Shift.NONE;
    }
    List<AgentId> had = agentsOf(before);
    List<AgentId> have = agentsOf(after);
    var gained = new ArrayList<AgentId>(have);
    gained.removeAll(had);
    var lost = new ArrayList<AgentId>(had);
    lost.removeAll(have);
    for (AgentId agentId : gained) {
      activeChats.computeIfAbsent(agentId, _ -> new LinkedHashSet<>()).add(after.id());
    }
    for (AgentId agentId : lost) {
      activeChats.computeIfPresent(
          agentId, (_, chats) -> chats.remove(after.id()) && chats.isEmpty() ? null : chats);
    }
    return new Shift(gained, lost);
  }

  private static List<AgentId> agentsOf(@Nullable Chat chat) {
    return chat != null && chat.active() ? chat.presentAgents() : List.of();
  }
}
