package io.parley.core.routing;

import io.parley.core.chat.ChatId;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the router knows of a license: who is free, which chats wait, and for how long. Kept up to
/// date by a [RoutingFeed]; for everyone else to read.
public final class RoutingState {
  final Roster roster = new Roster();
  final Queues queues = new Queues();
  final Silences silences = new Silences();
  final RecentAssignments assignments = new RecentAssignments();
  final Map<ChatId, Set<AgentId>> leftBy = new HashMap<>();
  final Set<ChatId> restored = new HashSet<>();
  Instant restoredUntil = Instant.MIN;
  boolean queueMoved;
  Instant queueReviewedAt = Instant.MIN;

  RoutingState() {}

  /// Who is logged in.
  public Roster roster() {
    return roster;
  }

  /// Which chats have no agent.
  public Queues queues() {
    return queues;
  }

  /// Since when the customer of an active chat has waited for a reply, with the agent who has the
  /// chat now; null if no reply is due.
  public @Nullable Instant unansweredSince(ChatId chatId) {
    return silences.unansweredSince(chatId);
  }

  /// When the last event came to a chat that was not the router's, if the router has said something
  /// since; else null.
  public @Nullable Instant quietSince(ChatId chatId) {
    return silences.quietSince(chatId);
  }

  /// The agents who left this chat, or were taken out of it, since somebody was given it last.
  public Set<AgentId> leftBy(ChatId chatId) {
    return Set.copyOf(leftBy.getOrDefault(chatId, Set.of()));
  }

  /// How long a chat in that place of the group's queue will wait.
  public Optional<Duration> estimatedWait(GroupId groupId, int position, Instant now) {
    return assignments.estimate(groupId, position, now);
  }

  /// When those who moved up in line are to be told; empty while nobody has.
  public Optional<Instant> queueReviewDue() {
    if (!queueMoved) {
      return Optional.empty();
    }
    return Optional.of(
        queueReviewedAt.equals(Instant.MIN)
            ? Instant.EPOCH
            : queueReviewedAt.plus(QueueNotices.PACE));
  }

  /// Until when a chat waits for those who were there before the license was loaded; null if it
  /// does not.
  public @Nullable Instant restoredUntil(ChatId chatId) {
    return restored.contains(chatId) ? restoredUntil : null;
  }
}
