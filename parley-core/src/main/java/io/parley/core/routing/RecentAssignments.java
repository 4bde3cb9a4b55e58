package io.parley.core.routing;

import io.parley.core.group.GroupId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// When the last chats of each group's queue got their agents, and what that says of those who
/// wait.
final class RecentAssignments {
  private static final int KEPT = 20;

  private final Map<GroupId, Deque<Instant>> byGroup = new HashMap<>();

  void add(GroupId groupId, Instant at) {
    Deque<Instant> times = byGroup.computeIfAbsent(groupId, _ -> new ArrayDeque<>(KEPT + 1));
    times.addLast(at);
    if (times.size() > KEPT) {
      times.removeFirst();
    }
  }

  /// How long a chat in that place will wait, if agents go on taking chats as they did; empty while
  /// fewer than two were taken.
  Optional<Duration> estimate(GroupId groupId, int position, Instant now) {
    Deque<Instant> times = byGroup.get(groupId);
    if (times == null || times.size() < 2) {
      return Optional.empty();
    }
    int count = times.size();
    Duration between = Duration.between(times.getFirst(), times.getLast()).dividedBy(count - 1L);
    Duration lately = Duration.between(times.getFirst(), now).dividedBy(count);
    return Optional.of((lately.compareTo(between) > 0 ? lately : between).multipliedBy(position));
  }
}
