package io.parley.core.routing;

import io.parley.core.agent.Agent;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.user.AgentId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Who is logged in, and who of them is free, by group and priority in the order in which they are
/// given chats: finding the next agent of a group is looking at the head of a set.
public final class Roster {
  private static final NavigableSet<Seat> NOBODY = Collections.emptyNavigableSet();

  private final Map<AgentId, Seat> seats = new LinkedHashMap<>();
  private final Map<GroupId, Shelf> shelves = new HashMap<>();

  Roster() {}

  /// The agents of one group.
  private static final class Shelf {
    private final Set<AgentId> present = new LinkedHashSet<>();
    private final Map<Priority, NavigableSet<Seat>> people = new HashMap<>();
    private final Map<Priority, NavigableSet<Seat>> bots = new HashMap<>();
    private int peopleAccepting;
    private int botsAccepting;

    private NavigableSet<Seat> free(Priority priority, boolean bot) {
      return (bot ? bots : people).computeIfAbsent(priority, _ -> new TreeSet<>(Seat.BY_TURN));
    }
  }

  /// Everyone who is logged in.
  public Collection<Seat> seats() {
    return Collections.unmodifiableCollection(seats.values());
  }

  /// The agent, or null if the agent is not logged in.
  public @Nullable Seat seatOrNull(AgentId agentId) {
    return seats.get(agentId);
  }

  /// The agents of the group who are logged in, supervisors among them.
  public Set<AgentId> present(GroupId groupId) {
    Shelf shelf = shelves.get(groupId);
    return shelf == null ? Set.of() : Collections.unmodifiableSet(shelf.present);
  }

  /// The groups in which somebody accepts chats.
  public SortedSet<GroupId> onlineGroups() {
    var online = new TreeMap<GroupId, Boolean>();
    shelves.forEach(
        (groupId, shelf) -> {
          if (shelf.peopleAccepting + shelf.botsAccepting > 0) {
            online.put(groupId, true);
          }
        });
    return online.navigableKeySet();
  }

  /// How many agents of the group accept chats, free or not.
  int accepting(GroupId groupId, boolean peopleOnly) {
    Shelf shelf = shelves.get(groupId);
    return shelf == null ? 0 : shelf.peopleAccepting + (peopleOnly ? 0 : shelf.botsAccepting);
  }

  /// The free agents of a group and priority, who is next first.
  NavigableSet<Seat> free(GroupId groupId, Priority priority, boolean bots) {
    Shelf shelf = shelves.get(groupId);
    NavigableSet<Seat> free =
        shelf == null ? null : (bots ? shelf.bots : shelf.people).get(priority);
    return free == null ? NOBODY : free;
  }

  /// True if an agent of the group is free.
  boolean anyFree(GroupId groupId, boolean peopleOnly) {
    Shelf shelf = shelves.get(groupId);
    return shelf != null && (any(shelf.people) || (!peopleOnly && any(shelf.bots)));
  }

  private static boolean any(Map<Priority, NavigableSet<Seat>> byPriority) {
    for (NavigableSet<Seat> free : byPriority.values()) {
      if (!free.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /// Puts an agent in place of what was known of the agent before.
  void put(Seat seat) {
    Seat old = seats.get(seat.agentId());
    if (seat.equals(old)) {
      return;
    }
    if (old != null) {
      account(old, -1);
    }
    seats.put(seat.agentId(), seat);
    account(seat, 1);
  }

  /// Forgets an agent.
  void remove(AgentId agentId) {
    Seat old = seats.remove(agentId);
    if (old != null) {
      account(old, -1);
    }
  }

  private void account(Seat seat, int by) {
    Agent agent = seat.agent();
    if (!agent.groups().containsKey(GroupId.ALL)) {
      account(seat, GroupId.ALL, by);
    }
    agent.groups().keySet().forEach(groupId -> account(seat, groupId, by));
  }

  private void account(Seat seat, GroupId groupId, int by) {
    Shelf shelf = shelves.computeIfAbsent(groupId, _ -> new Shelf());
    set(shelf.present, seat.agentId(), by > 0);
    if (!seat.accepting() || !seat.servesIn(groupId)) {
      return;
    }
    boolean bot = seat.agent().isBot();
    if (bot) {
      shelf.botsAccepting += by;
    } else {
      shelf.peopleAccepting += by;
    }
    if (seat.free()) {
      set(shelf.free(seat.agent().priorityIn(groupId), bot), seat, by > 0);
    }
  }

  private static <T> void set(Set<T> set, T element, boolean in) {
    if (in) {
      set.add(element);
    } else {
      set.remove(element);
    }
  }
}
