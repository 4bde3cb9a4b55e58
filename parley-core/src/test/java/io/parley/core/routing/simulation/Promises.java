package io.parley.core.routing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.AddUserToChat;
import io.parley.core.chat.ChangeChatAccess;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.RemoveUserFromChat;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.TransferChat;
import io.parley.core.chat.UpdateChatProperties;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the router promises, checked on a book of its own: plain maps that are kept from the
/// changes alone, and looked through in the plainest way.
final class Promises {
  private License license;
  private final Map<AgentId, Agent> agents = new HashMap<>();
  private final Map<AgentId, RoutingStatus> statuses = new HashMap<>();
  private final Map<AgentId, RoutingStatus> lastStatuses =
      new TreeMap<>(Comparator.comparing(AgentId::value));
  private final Map<AgentId, Integer> loads = new HashMap<>();
  private final Map<GroupId, Set<AgentId>> accepting = new HashMap<>();
  private final Map<GroupId, Set<AgentId>> free = new HashMap<>();
  private final Map<ChatId, Chat> active = new TreeMap<>(Comparator.comparing(ChatId::value));
  private final Map<GroupId, NavigableSet<Chat>> waiting = new HashMap<>();
  private final Set<ChatId> excused = new HashSet<>();
  private final Set<GroupId> touchedGroups = new LinkedHashSet<>();
  private final Set<ChatId> touchedChats = new LinkedHashSet<>();
  private final Map<AgentId, Integer> lost = new HashMap<>();
  private final Map<ChatId, Set<AgentId>> removed = new HashMap<>();
  private final Set<AgentId> gone = new LinkedHashSet<>();
  private boolean byHand;
  private int kept;

  Promises(License license) {
    this.license = license;
    license.agents().forEach(this::enlist);
  }

  /// How many assignments were checked.
  int kept() {
    return kept;
  }

  /// The chat that waits longest for an agent of the group.
  Optional<ChatId> waitingIn(int group) {
    return waitingIn(new GroupId(group)).stream().findFirst().map(Chat::id);
  }

  List<Chat> activeChats() {
    return List.copyOf(active.values());
  }

  Map<AgentId, RoutingStatus> lastStatuses() {
    return lastStatuses;
  }

  void restarted(License restarted) {
    license = restarted;
    statuses.clear();
    for (Agent agent : agents.values()) {
      RoutingStatus last = lastStatuses.get(agent.id());
      if (agent.isBot() && last != null) {
        statuses.put(agent.id(), last);
      }
      touch(agent.id());
    }
    active.values().stream()
        .filter(chat -> chat.presentAgents().isEmpty())
        .forEach(chat -> excused.add(chat.id()));
  }

  /// Notes what kind of command it is that is to be decided.
  void before(Command command) {
    byHand =
        command instanceof TransferChat
            || command instanceof RemoveUserFromChat
            || command instanceof AddUserToChat
            || command instanceof ChangeChatAccess
            || command instanceof UpdateChatProperties;
    touchedGroups.clear();
    touchedChats.clear();
    gone.clear();
  }

  /// Notes that a decision begins. What it takes from agents, it does not give to others.
  void decided() {
    lost.clear();
    removed.clear();
  }

  void beforeChange(Change change) {
    if (change instanceof UserAddedToChat added
        && added.reason() == UserAddedToChat.Reason.ROUTED
        && added.requester() == null
        && added.member().userId() instanceof AgentId agentId) {
      Chat chat = active.get(added.chatId());
      assertThat(chat).isNotNull();
      checkAssignment(chat, agentId);
    }
  }

  void afterChange(Change change) {
    switch (change) {
      case AgentConfigured(Agent agent, _) -> enlist(agent);
      case RoutingStatusSet(AgentId agentId, RoutingStatus status, _) -> {
        statuses.put(agentId, status);
        if (status == RoutingStatus.OFFLINE) {
          gone.add(agentId);
        } else {
          lastStatuses.put(agentId, status);
        }
        touch(agentId);
      }
      case ThreadStarted started -> {
        checkRoom(started.chat());
        if (started.chat().customerId().isPresent() && started.newChat()) {
          started
              .chat()
              .presentAgents()
              .forEach(agentId -> checkAssignment(started.chat(), agentId));
        }
        noteChat(started.chatId());
      }
      case UserRemovedFromChat gone when gone.userId() instanceof AgentId agentId -> {
        removed.computeIfAbsent(gone.chatId(), _ -> new HashSet<>()).add(agentId);
        noteChat(gone.chatId());
      }
      case ChatChange chatChange -> noteChat(chatChange.chatId());
      default -> {}
    }
  }

  private void enlist(Agent agent) {
    Agent old = agents.get(agent.id());
    if (old != null) {
      strike(old);
    }
    agents.put(agent.id(), agent);
    touch(agent.id());
  }

  private void strike(Agent agent) {
    for (GroupId groupId : groupsOf(agent)) {
      touchedGroups.add(groupId);
      in(accepting, groupId).remove(agent.id());
      in(free, groupId).remove(agent.id());
    }
  }

  private void touch(AgentId agentId) {
    Agent agent = agents.get(agentId);
    if (agent == null) {
      return;
    }
    strike(agent);
    for (GroupId groupId : groupsOf(agent)) {
      if (accepts(agentId) && agent.priorityIn(groupId) != Priority.SUPERVISOR) {
        in(accepting, groupId).add(agentId);
        if (loadOf(agentId) < agent.maxChatsCount()) {
          in(free, groupId).add(agentId);
        }
      }
    }
  }

  private static Set<AgentId> in(Map<GroupId, Set<AgentId>> byGroup, GroupId groupId) {
    return byGroup.computeIfAbsent(groupId, _ -> new LinkedHashSet<>());
  }

  private static List<GroupId> groupsOf(Agent agent) {
    var groups = new ArrayList<>(agent.groups().keySet());
    groups.add(GroupId.ALL);
    return groups;
  }

  private void noteChat(ChatId chatId) {
    touchedChats.add(chatId);
    Chat before = active.remove(chatId);
    Chat after = license.chatOrNull(chatId);
    if (before != null) {
      before.presentAgents().stream()
          .filter(agentId -> after == null || !after.active() || !after.isPresent(agentId))
          .forEach(agentId -> load(agentId, -1));
      before.access().groupIds().forEach(groupId -> waitingIn(groupId).remove(before));
    }
    if (after != null && after.active()) {
      active.put(chatId, after);
      after.presentAgents().stream()
          .filter(agentId -> before == null || !before.isPresent(agentId))
          .forEach(agentId -> load(agentId, 1));
      if (after.presentAgents().isEmpty()) {
        after.access().groupIds().forEach(groupId -> waitingIn(groupId).add(after));
        touchedGroups.addAll(after.access().groupIds());
      } else {
        excused.remove(chatId);
      }
    } else {
      excused.remove(chatId);
    }
  }

  private NavigableSet<Chat> waitingIn(GroupId groupId) {
    return waiting.computeIfAbsent(
        groupId,
        _ ->
            new TreeSet<>(
                Comparator.comparing(Promises::beganAt).thenComparing(chat -> chat.id().value())));
  }

  private static Instant beganAt(Chat chat) {
    return thread(chat).createdAt();
  }

  private static ChatThread thread(Chat chat) {
    @Nullable ChatThread last = chat.lastThread();
    if (last == null) {
      throw new AssertionError("chat " + chat.id() + " has no thread");
    }
    return last;
  }

  private void load(AgentId agentId, int by) {
    if (by < 0) {
      lost.merge(agentId, -by, Integer::sum);
    }
    loads.merge(agentId, by, Integer::sum);
    touch(agentId);
  }

  private int loadOf(AgentId agentId) {
    return loads.getOrDefault(agentId, 0);
  }

  private boolean accepts(AgentId agentId) {
    return statuses.get(agentId) == RoutingStatus.ACCEPTING_CHATS;
  }

  private boolean serves(AgentId agentId, Chat chat) {
    Agent agent = agents.get(agentId);
    boolean bot = agent.isBot() && thread(chat).properties().flag("routing", "ignore_bots");
    return !bot && bestPriority(agent, chat.access()) != Priority.SUPERVISOR;
  }

  private static Priority bestPriority(Agent agent, Access access) {
    return access.groupIds().stream()
        .filter(agent::isIn)
        .map(agent::priorityIn)
        .min(Comparator.naturalOrder())
        .orElse(Priority.SUPERVISOR);
  }

  private static boolean isRouted(Chat chat) {
    return !chat.properties().flag("routing", "ignore_agents_routing");
  }

  /// Nobody gets a chat who may not have it, or has all that may be; and nobody who came earlier
  /// and could have had the same agent is left waiting.
  private void checkAssignment(Chat chat, AgentId agentId) {
    checkFit(chat, agentId);
    checkFairness(chat, agentId);
    assertThat(isRouted(chat)).isTrue();
    for (GroupId groupId : groupsOf(agents.get(agentId))) {
      for (Chat earlier : waitingIn(groupId).headSet(chat, false)) {
        assertThat(!isRouted(earlier) || !serves(agentId, earlier) || hasLeft(agentId, earlier))
            .as("%s gets %s before %s", agentId, chat.id(), earlier.id())
            .isTrue();
      }
    }
    kept++;
  }

  /// A chat begins to wait only where the queue has room.
  private void checkRoom(Chat chat) {
    if (chat.presentAgents().isEmpty()
        && isRouted(chat)
        && !chat.properties().flag("routing", "pinned")) {
      int limit = license.settings().queueLimit();
      assertThat(license.settings().queueEnabled()).isTrue();
      assertThat(chat.access().groupIds().stream().anyMatch(groupId -> queued(groupId) < limit))
          .as("room for %s", chat.id())
          .isTrue();
    }
  }

  private long queued(GroupId groupId) {
    return waitingIn(groupId).stream()
        .filter(Promises::isRouted)
        .filter(chat -> !chat.properties().flag("routing", "pinned"))
        .count();
  }

  private void checkFit(Chat chat, AgentId agentId) {
    assertThat(accepts(agentId)).as("%s accepts chats", agentId).isTrue();
    assertThat(serves(agentId, chat)).as("%s serves %s", agentId, chat.access()).isTrue();
    assertThat(loadOf(agentId))
        .as("load of %s", agentId)
        .isLessThan(agents.get(agentId).maxChatsCount());
  }

  /// Nobody else had a better priority, or the same and fewer chats.
  private void checkFairness(Chat chat, AgentId agentId) {
    Priority priority = bestPriority(agents.get(agentId), chat.access());
    for (GroupId groupId : chat.access().groupIds()) {
      for (AgentId other : in(free, groupId)) {
        boolean eligible =
            serves(other, chat)
                && !hasLeft(other, chat)
                && !chat.isPresent(other)
                && !removed.getOrDefault(chat.id(), Set.of()).contains(other)
                && givenLoadOf(other) < agents.get(other).maxChatsCount();
        int better = bestPriority(agents.get(other), chat.access()).compareTo(priority);
        assertThat(
                eligible
                    && (better < 0 || (better == 0 && givenLoadOf(other) < givenLoadOf(agentId))))
            .as("%s gets %s before %s", agentId, chat.id(), other)
            .isFalse();
      }
    }
  }

  private int givenLoadOf(AgentId agentId) {
    return loadOf(agentId) + lost.getOrDefault(agentId, 0);
  }

  private boolean hasLeft(AgentId agentId, Chat chat) {
    return license.routing().leftBy(chat.id()).contains(agentId);
  }

  /// Checks everything.
  void afterAll() {
    agents.keySet().forEach(this::touch);
    after();
  }

  /// Checks everything that the last command may have touched.
  void after() {
    touchedChats.forEach(this::checkChat);
    touchedGroups.forEach(this::checkNobodyWaitsInVain);
    gone.forEach(agentId -> assertThat(loadOf(agentId)).as("chats of %s", agentId).isZero());
  }

  private void checkNobodyWaitsInVain(GroupId groupId) {
    Set<Chat> chats = waitingIn(groupId);
    if (chats.isEmpty()) {
      return;
    }
    var takers = in(free, groupId);
    boolean online =
        in(accepting, groupId).stream().anyMatch(agentId -> !agents.get(agentId).isBot());
    for (Chat chat : chats) {
      if (isRouted(chat)) {
        for (AgentId agentId : takers) {
          assertThat(serves(agentId, chat) && !hasLeft(agentId, chat))
              .as("%s is free and %s waits", agentId, chat.id())
              .isFalse();
        }
      }
      if (!online) {
        checkStranded(chat);
      }
    }
  }

  /// A chat that nobody accepts is one that may be so, or somebody put it there by hand.
  private void checkStranded(Chat chat) {
    boolean accepted =
        chat.access().groupIds().stream()
            .flatMap(groupId -> in(accepting, groupId).stream())
            .anyMatch(agentId -> serves(agentId, chat));
    if (!accepted && byHand) {
      excused.add(chat.id());
    }
    boolean keeps =
        license.settings().continuousChats()
            || chat.properties().flag("routing", "continuous")
            || chat.properties().flag("routing", "pinned")
            || !isRouted(chat);
    assertThat(accepted || keeps || excused.contains(chat.id()))
        .as("%s waits for nobody", chat)
        .isTrue();
  }

  private void checkChat(ChatId chatId) {
    Chat chat = active.get(chatId);
    if (chat == null) {
      assertThat(license.routing().queues().waitingOrNull(chatId)).isNull();
      return;
    }
    boolean unassigned = chat.presentAgents().isEmpty();
    assertThat(license.routing().queues().waitingOrNull(chatId) != null).isEqualTo(unassigned);
    assertThat(chat.properties().flag("routing", "unassigned")).isEqualTo(unassigned);
    assertThat(thread(chat).properties().flag("routing", "unassigned")).isEqualTo(unassigned);
    for (AgentId agentId : chat.presentAgents()) {
      assertThat(license.activeChatsOf(agentId)).isEqualTo(loadOf(agentId));
    }
  }
}
