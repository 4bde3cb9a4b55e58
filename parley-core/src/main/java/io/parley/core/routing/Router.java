package io.parley.core.routing;

import io.parley.core.Rejection;
import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// Chooses the agent for a chat: of the agents and bots of its groups who are logged in, accept
/// chats and have fewer than they may, those with the best priority; of these the one with the
/// fewest active chats, and among equals the one who has waited longest.
public final class Router {
  private Router() {}

  /// Whom a chat with this access goes to now.
  public static Routing route(License license, Access access) {
    return route(license, Demand.of(access));
  }

  /// Whom a chat goes to now.
  public static Routing route(License license, Demand demand) {
    return new Round(license).route(demand);
  }

  /// The groups in which an agent accepts chats.
  public static SortedSet<GroupId> onlineGroups(License license) {
    return license.routing().roster().onlineGroups();
  }

  /// What becomes of a chat that begins now.
  ///
  /// @param routed false if the chat is not to be given to agents automatically
  /// @param keeps whether the chat may be without an agent: it is continuous, or pinned
  public static Admission admit(License license, Demand demand, boolean routed, boolean keeps) {
    if (!routed) {
      return new Admission.Unassigned();
    }
    return switch (route(license, demand)) {
      case Routing.Assigned(AgentId agentId) -> new Admission.Given(agentId);
      case Routing.Busy() when hasRoom(license, demand.access()) -> new Admission.Queued();
      case Routing.Busy() ->
          keeps
              ? new Admission.Unassigned()
              : new Admission.Refused(
                  new Rejection.GroupUnavailable(demand.access().groupIds().first()));
      case Routing.Offline() ->
          keeps ? new Admission.Unassigned() : new Admission.Refused(new Rejection.GroupsOffline());
    };
  }

  /// Whether a chat of the group would get an agent, at once or after waiting.
  public static GroupStatus status(License license, GroupId groupId) {
    Access access = Access.of(groupId);
    return switch (route(license, access)) {
      case Routing.Assigned _ -> GroupStatus.ONLINE;
      case Routing.Busy() ->
          hasRoom(license, access) ? GroupStatus.ONLINE_FOR_QUEUE : GroupStatus.OFFLINE;
      case Routing.Offline() -> GroupStatus.OFFLINE;
    };
  }

  /// True if another chat may wait: in one of its groups fewer chats wait than may.
  static boolean hasRoom(License license, Access access) {
    if (!license.settings().queueEnabled()) {
      return false;
    }
    for (GroupId groupId : access.groupIds()) {
      if (license.routing().queues().queued(groupId) < license.settings().queueLimit()) {
        return true;
      }
    }
    return false;
  }

  /// True if the chat may be active without an agent although nobody accepts chats.
  static boolean keeps(License license, Chat chat) {
    return license.settings().continuousChats()
        || chat.properties().flag("routing", "continuous")
        || chat.properties().flag("routing", "pinned")
        || Demand.ignoresRouting(chat);
  }

  /// Where a chat stands in the queue; empty if it waits for nobody.
  public static Optional<QueuePlace> placeOf(License license, ChatId chatId, Instant now) {
    Waiting waiting = license.routing().queues().waitingOrNull(chatId);
    if (waiting == null || !waiting.routed()) {
      return Optional.empty();
    }
    return waiting.access().groupIds().stream()
        .map(
            groupId -> {
              int position = license.routing().queues().position(groupId, waiting);
              return new QueuePlace(
                  groupId,
                  position,
                  waiting.since(),
                  license.routing().estimatedWait(groupId, position, now));
            })
        .min(Comparator.comparingInt(QueuePlace::position));
  }

  /// Every agent of the license, and why the agent would or would not get the next chat: first
  /// those who could have it, in the order in which they would.
  public static List<Candidate> explain(License license, Access access) {
    var free = new ArrayList<Seat>();
    var others = new ArrayList<Candidate>();
    for (Agent agent : license.agents()) {
      Seat seat = license.routing().roster().seatOrNull(agent.id());
      Candidate.Verdict obstacle = obstacle(agent, seat, access);
      if (seat != null && obstacle == null) {
        free.add(seat);
      } else if (obstacle != null) {
        others.add(candidate(license, agent, access, obstacle));
      }
    }
    free.sort(
        Comparator.comparing((Seat seat) -> priority(seat.agent(), access))
            .thenComparing(Seat.BY_TURN));
    others.sort(Comparator.comparing(Candidate::verdict));
    var candidates = new ArrayList<Candidate>(license.agents().size());
    for (Seat seat : free) {
      var verdict = candidates.isEmpty() ? Candidate.Verdict.NEXT : Candidate.Verdict.LATER;
      candidates.add(candidate(license, seat.agent(), access, verdict));
    }
    candidates.addAll(others);
    return candidates;
  }

  private static Candidate candidate(
      License license, Agent agent, Access access, Candidate.Verdict verdict) {
    Priority priority = priority(agent, access);
    return new Candidate(
        agent,
        priority == Priority.SUPERVISOR ? null : priority,
        license.activeChatsOf(agent.id()),
        verdict);
  }

  private static Candidate.@Nullable Verdict obstacle(
      Agent agent, @Nullable Seat seat, Access access) {
    if (access.groupIds().stream().noneMatch(agent::isIn)) {
      return Candidate.Verdict.ELSEWHERE;
    }
    if (priority(agent, access) == Priority.SUPERVISOR) {
      return Candidate.Verdict.SUPERVISOR;
    }
    if (seat == null) {
      return Candidate.Verdict.OFFLINE;
    }
    if (!seat.accepting()) {
      return Candidate.Verdict.NOT_ACCEPTING;
    }
    return seat.free() ? null : Candidate.Verdict.FULL;
  }

  private static Priority priority(Agent agent, Access access) {
    Priority best = new Seat(agent, false, 0, 0).priorityFor(access);
    return best == null ? Priority.SUPERVISOR : best;
  }
}
