package io.parley.bench.relay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who is there, and who talks to whom: a chat goes to the agent of its license with the fewest
/// chats.
final class Switchboard {
  private final Map<Long, Set<RelaySession>> agentsByLicense = new HashMap<>();
  private final Map<RelaySession, Integer> loads = new HashMap<>();
  private final Map<String, RelayChat> chatsById = new ConcurrentHashMap<>();
  private int chats;

  synchronized void agentCame(RelaySession agent) {
    agentsByLicense.computeIfAbsent(agent.licenseId(), _ -> new HashSet<>()).add(agent);
    loads.put(agent, 0);
  }

  synchronized void left(RelaySession session) {
    agentsByLicense.getOrDefault(session.licenseId(), new HashSet<>()).remove(session);
    loads.remove(session);
  }

  /// Connects a customer with an agent, or with nobody when no agent is there.
  synchronized @Nullable RelayChat connect(RelaySession customer) {
    var agents = agentsByLicense.getOrDefault(customer.licenseId(), Set.of());
    var agent = agents.stream().min(Comparator.comparingInt(loads::get));
    if (agent.isEmpty()) {
      return null;
    }
    loads.merge(agent.get(), 1, Integer::sum);
    var chat = new RelayChat(customer.licenseId(), chats++, agent.get(), customer);
    chatsById.put(chat.id(), chat);
    return chat;
  }

  @Nullable RelayChat chat(String id) {
    return chatsById.get(id);
  }

  synchronized void closed(String chatId) {
    var chat = chatsById.remove(chatId);
    if (chat != null) {
      loads.computeIfPresent(chat.agent(), (_, load) -> load - 1);
    }
  }
}
