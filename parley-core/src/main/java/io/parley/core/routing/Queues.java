package io.parley.core.routing;

import io.parley.core.chat.ChatId;
import io.parley.core.group.GroupId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The active chats without an agent: all of them, and for each group those that wait for one of
/// its agents, first come first.
public final class Queues {
  private static final NavigableSet<Waiting> EMPTY = Collections.emptyNavigableSet();

  private final Map<ChatId, Waiting> byChat = new HashMap<>();
  private final NavigableSet<Waiting> all = new TreeSet<>(Waiting.BY_TIME);
  private final Map<GroupId, Line> lines = new HashMap<>();

  Queues() {}

  /// The chats that wait for an agent of one group.
  private static final class Line {
    private final NavigableSet<Waiting> forAnyone = new TreeSet<>(Waiting.BY_TIME);
    private final NavigableSet<Waiting> forPeople = new TreeSet<>(Waiting.BY_TIME);
    private int pinned;

    private NavigableSet<Waiting> of(boolean peopleOnly) {
      return peopleOnly ? forPeople : forAnyone;
    }

    private int size() {
      return forAnyone.size() + forPeople.size();
    }
  }

  /// All active chats without an agent, those that came first first.
  public List<ChatId> chats() {
    var chats = new ArrayList<ChatId>(all.size());
    all.forEach(waiting -> chats.add(waiting.chatId()));
    return chats;
  }

  /// The chat as one that waits, or null if it does not.
  public @Nullable Waiting waitingOrNull(ChatId chatId) {
    return byChat.get(chatId);
  }

  /// How many chats the limit of the group's queue counts: those that wait, without those that are
  /// pinned and stay anyway.
  public int queued(GroupId groupId) {
    Line line = lines.get(groupId);
    return line == null ? 0 : line.size() - line.pinned;
  }

  /// The place of a chat among those that wait for an agent of the group, from 1.
  int position(GroupId groupId, Waiting waiting) {
    Line line = lines.get(groupId);
    return line == null ? 1 : 1 + before(line.forAnyone, waiting) + before(line.forPeople, waiting);
  }

  /// How many come before it; quick for the last of all, who is asked about most.
  private static int before(NavigableSet<Waiting> waitings, Waiting waiting) {
    if (waitings.isEmpty()) {
      return 0;
    }
    int order = Waiting.BY_TIME.compare(waitings.last(), waiting);
    return order < 0
        ? waitings.size()
        : order == 0 ? waitings.size() - 1 : waitings.headSet(waiting, false).size();
  }

  /// Where a chat stands.
  ///
  /// @param groupId the group in whose line it is furthest ahead
  /// @param position from 1
  record Place(Waiting waiting, GroupId groupId, int position) {}

  /// The places of all chats that wait for agents of some group.
  Map<ChatId, Place> places() {
    var places = new LinkedHashMap<ChatId, Place>();
    for (GroupId groupId : new TreeSet<>(lines.keySet())) {
      Line line = lines.get(groupId);
      if (line == null) {
        continue;
      }
      var waitings = new ArrayList<Waiting>(line.forAnyone);
      waitings.addAll(line.forPeople);
      waitings.sort(Waiting.BY_TIME);
      int position = 0;
      for (Waiting waiting : waitings) {
        position++;
        places.merge(
            waiting.chatId(),
            new Place(waiting, groupId, position),
            (one, other) -> other.position() < one.position() ? other : one);
      }
    }
    return places;
  }

  /// The groups for whose agents chats wait.
  Set<GroupId> groups() {
    return lines.keySet();
  }

  /// The chats that wait for an agent of the group.
  ///
  /// @param peopleOnly those that bots can't have, or those that they can
  NavigableSet<Waiting> line(GroupId groupId, boolean peopleOnly) {
    Line line = lines.get(groupId);
    return line == null ? EMPTY : line.of(peopleOnly);
  }

  /// Puts a chat in the place of what was known of it.
  ///
  /// @param now null if it does not wait any more
  void replace(@Nullable Waiting before, @Nullable Waiting now) {
    if (before != null) {
      byChat.remove(before.chatId());
      all.remove(before);
      if (before.routed()) {
        before.access().groupIds().forEach(groupId -> leave(groupId, before));
      }
    }
    if (now != null) {
      byChat.put(now.chatId(), now);
      all.add(now);
      if (now.routed()) {
        now.access().groupIds().forEach(groupId -> enter(groupId, now));
      }
    }
  }

  private void enter(GroupId groupId, Waiting waiting) {
    Line line = lines.computeIfAbsent(groupId, _ -> new Line());
    line.of(waiting.ignoresBots()).add(waiting);
    line.pinned += waiting.pinned() ? 1 : 0;
  }

  private void leave(GroupId groupId, Waiting waiting) {
    Line line = lines.get(groupId);
    if (line != null) {
      line.of(waiting.ignoresBots()).remove(waiting);
      line.pinned -= waiting.pinned() ? 1 : 0;
      if (line.size() == 0) {
        lines.remove(groupId);
      }
    }
  }
}
