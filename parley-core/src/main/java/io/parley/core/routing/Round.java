package io.parley.core.routing;

import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chooses agents within one decision: knows which chats the decision has given away already, and
/// who it has let go, as if that were true by now. Slots that the decision frees are not given away
/// by it: those who wait come first.
public final class Round {
  private static final Priority[] IN_ORDER = {Priority.FIRST, Priority.NORMAL, Priority.LAST};
  private static final long AFTER_ALL = Long.MAX_VALUE / 2;

  private final Roster roster;
  private final Map<AgentId, Seat> moved = new LinkedHashMap<>();
  private final Map<AgentId, Seat> gone = new HashMap<>();
  private final Set<AgentId> touched = new HashSet<>();
  private long turn = AFTER_ALL;

  /// Begins with the license as it is.
  public Round(License license) {
    this(license.routing().roster());
  }

  Round(Roster roster) {
    this.roster = roster;
  }

  /// Notes that the agent is not there any more.
  public void leaves(AgentId agentId) {
    Seat seat = roster.seatOrNull(agentId);
    if (seat != null) {
      gone.put(agentId, seat);
      touched.add(agentId);
      moved.remove(agentId);
    }
  }

  /// Notes that the agent has a chat more.
  public void gave(AgentId agentId) {
    Seat seat = seatOrNull(agentId);
    if (seat != null) {
      moved.put(agentId, seat.with(seat.load() + 1, ++turn));
      touched.add(agentId);
    }
  }

  private @Nullable Seat seatOrNull(AgentId agentId) {
    Seat seat = moved.get(agentId);
    return seat != null ? seat : gone.containsKey(agentId) ? null : roster.seatOrNull(agentId);
  }

  /// Whom a chat goes to.
  public Routing route(Demand demand) {
    for (AgentId agentId : demand.preferred()) {
      Seat seat = seatOrNull(agentId);
      if (seat != null && mayHave(demand, seat) && seat.priorityFor(demand.access()) != null) {
        return new Routing.Assigned(agentId);
      }
    }
    for (Priority priority : IN_ORDER) {
      Seat best = best(demand, priority);
      if (best != null) {
        return new Routing.Assigned(best.agentId());
      }
    }
    return online(demand) ? new Routing.Busy() : new Routing.Offline();
  }

  /// Whom a chat could be given to at most, of those that are not free too.
  private boolean online(Demand demand) {
    for (GroupId groupId : demand.access().groupIds()) {
      int accepting = roster.accepting(groupId, demand.ignoresBots());
      if (accepting > 0 && accepting > goneFrom(groupId, demand.ignoresBots())) {
        return true;
      }
    }
    return false;
  }

  private int goneFrom(GroupId groupId, boolean peopleOnly) {
    int count = 0;
    for (Seat seat : gone.values()) {
      if (seat.accepting() && seat.servesIn(groupId) && !(peopleOnly && seat.agent().isBot())) {
        count++;
      }
    }
    return count;
  }

  private static boolean mayHave(Demand demand, Seat seat) {
    return seat.free()
        && !(demand.ignoresBots() && seat.agent().isBot())
        && !demand.not().contains(seat.agentId());
  }

  private @Nullable Seat best(Demand demand, Priority priority) {
    Seat best = null;
    for (GroupId groupId : demand.access().groupIds()) {
      best = earlier(best, firstOf(demand, groupId, priority, false));
      if (!demand.ignoresBots()) {
        best = earlier(best, firstOf(demand, groupId, priority, true));
      }
    }
    for (Seat seat : moved.values()) {
      if (mayHave(demand, seat) && seat.priorityFor(demand.access()) == priority) {
        best = earlier(best, seat);
      }
    }
    return best;
  }

  private @Nullable Seat firstOf(Demand demand, GroupId groupId, Priority priority, boolean bots) {
    for (Seat seat : roster.free(groupId, priority, bots)) {
      if (!touched.contains(seat.agentId()) && !demand.not().contains(seat.agentId())) {
        return seat;
      }
    }
    return null;
  }

  private static @Nullable Seat earlier(@Nullable Seat one, @Nullable Seat other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Seat.BY_TURN.compare(one, other) <= 0 ? one : other;
  }
}
