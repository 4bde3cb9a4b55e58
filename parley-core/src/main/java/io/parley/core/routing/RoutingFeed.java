package io.parley.core.routing;

import io.parley.core.Command;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Keeps the router's knowledge up to date, change by change, and says when the router has to act.
/// Belongs to the license, who alone tells it things.
public final class RoutingFeed {
  private final RoutingState state = new RoutingState();
  private final Set<ChatId> entered = new HashSet<>();
  private final Set<GroupId> changed = new TreeSet<>();
  private final Set<GroupId> deserted = new TreeSet<>();
  private final Set<ChatId> placesToTell = new LinkedHashSet<>();
  private boolean called;

  /// Knows nothing yet.
  public RoutingFeed() {}

  /// What is known.
  public RoutingState state() {
    return state;
  }

  /// An active chat was there when the license was loaded.
  ///
  /// @param until when agents who don't come back are missed
  public void restore(Chat chat, Instant now, Instant until) {
    Waiting waiting = Waiting.of(chat);
    state.queues.replace(null, waiting);
    if (waiting != null) {
      state.restored.add(chat.id());
      state.restoredUntil = until;
      state.queueMoved = true;
    }
    boolean told =
        chat.activeThread().map(QueueNotices::told).filter(OptionalInt::isPresent).isPresent();
    if (told != (waiting != null && QueueNotices.isTold(waiting))) {
      placesToTell.add(chat.id());
    }
    chat.activeThread().ifPresent(thread -> state.silences.given(chat, thread, now));
  }

  /// An agent is logged in, or something about one who is has changed.
  public void put(Seat seat) {
    Seat old = state.roster.seatOrNull(seat.agentId());
    if (seat.equals(old)) {
      return;
    }
    state.roster.put(seat);
    noteDeserted(old, seat);
    if (seat.free()) {
      look(GroupId.ALL);
      seat.agent().groups().keySet().forEach(this::look);
    }
  }

  /// An agent is not logged in any more.
  public void remove(AgentId agentId) {
    Seat old = state.roster.seatOrNull(agentId);
    state.roster.remove(agentId);
    noteDeserted(old, null);
  }

  /// A chat was reviewed.
  public void reviewed(ChatId chatId, Instant next) {
    if (next.isAfter(state.restoredUntil)) {
      state.restored.remove(chatId);
    }
  }

  /// Those who wait were told their places.
  public void reviewed(QueueReviewed reviewed) {
    state.queueMoved = false;
    state.queueReviewedAt = reviewed.at();
  }

  /// Everything may be different.
  public void lookEverywhere() {
    state.queues.groups().forEach(this::look);
  }

  /// A chat became another.
  ///
  /// @param now the time of the change, or a moment before it
  /// @param replies whether agents must reply in time
  /// @return true if the chat has to be reviewed earlier than before
  public boolean apply(
      ChatChange change, @Nullable Chat before, Chat after, Instant now, boolean replies) {
    if (change instanceof EventAdded added) {
      return state.silences.heard(added, before, after) && replies;
    }
    if (isUntouched(before, after)) {
      return false;
    }
    boolean replyDue = state.silences.changed(change, before, after, now) && replies;
    noteLeaving(change, after);
    noteWaiting(after, now);
    return replyDue || isIdle(before) != isIdle(after);
  }

  private static boolean isUntouched(@Nullable Chat before, Chat after) {
    ChatThread old = before == null ? null : before.lastThread();
    ChatThread now = after.lastThread();
    return before != null
        && old != null
        && now != null
        && before.members().equals(after.members())
        && before.properties().equals(after.properties())
        && before.access().equals(after.access())
        && old.properties().equals(now.properties())
        && old.active() == now.active()
        && old.id().equals(now.id());
  }

  private static boolean isIdle(@Nullable Chat chat) {
    ChatThread thread = chat == null ? null : chat.lastThread();
    return thread != null && thread.properties().flag("routing", "idle");
  }

  private void noteLeaving(ChatChange change, Chat after) {
    boolean given =
        change instanceof UserAddedToChat added
            && added.member().present()
            && added.member().userId() instanceof AgentId;
    boolean left =
        change instanceof UserRemovedFromChat removed
            && removed.userId() instanceof AgentId
            && removed.requester() != null;
    if (!after.active() || given || (change instanceof UserRemovedFromChat && !left)) {
      state.leftBy.remove(after.id());
    } else if (left && change instanceof UserRemovedFromChat(_, _, AgentId agentId, _)) {
      state.leftBy.computeIfAbsent(after.id(), _ -> new HashSet<>()).add(agentId);
    }
  }

  private void noteWaiting(Chat after, Instant now) {
    Waiting before = state.queues.waitingOrNull(after.id());
    Waiting waiting = Waiting.of(after);
    if (before == null ? waiting == null : before.equals(waiting)) {
      return;
    }
    state.queues.replace(before, waiting);
    state.queueMoved = true;
    placesToTell.add(after.id());
    if (waiting == null) {
      state.restored.remove(after.id());
    } else if (waiting.routed()) {
      waiting.access().groupIds().forEach(this::look);
    }
    if (before == null) {
      entered.add(after.id());
    } else if (before.routed()) {
      called = true;
      if (waiting == null && after.active() && !entered.contains(after.id())) {
        before.access().groupIds().forEach(groupId -> state.assignments.add(groupId, now));
      }
    }
  }

  /// Notes the groups that the agent was the last to accept chats of.
  private void noteDeserted(@Nullable Seat old, @Nullable Seat now) {
    if (old != null && old.accepting()) {
      noteDeserted(old, now, GroupId.ALL);
      old.agent().groups().keySet().forEach(groupId -> noteDeserted(old, now, groupId));
    }
  }

  private void noteDeserted(Seat old, @Nullable Seat now, GroupId groupId) {
    boolean served = old.servesIn(groupId);
    boolean serves = now != null && now.accepting() && now.servesIn(groupId);
    boolean peopleOnly = !old.agent().isBot();
    if (served && !serves && state.roster.accepting(groupId, peopleOnly) == 0) {
      deserted.add(groupId);
      called = true;
    }
  }

  private void look(GroupId groupId) {
    if (state.queues.groups().contains(groupId)) {
      changed.add(groupId);
      called = true;
    }
  }

  /// True if [#takeReaction] may have something to say.
  public boolean isCalled() {
    return called || !placesToTell.isEmpty();
  }

  /// The command that what happened calls for; none if nothing would come of it.
  public Optional<Command> takeReaction() {
    Optional<Command> routing = takeRouting();
    if (routing.isPresent() || placesToTell.isEmpty()) {
      return routing;
    }
    var telling = new TellQueuePlaces(List.copyOf(placesToTell));
    placesToTell.clear();
    return Optional.of(telling);
  }

  private Optional<Command> takeRouting() {
    entered.clear();
    if (!called) {
      return Optional.empty();
    }
    called = false;
    changed.removeIf(groupId -> !mayServe(groupId));
    deserted.removeIf(groupId -> state.queues.queued(groupId) == 0);
    if (changed.isEmpty() && deserted.isEmpty()) {
      return Optional.empty();
    }
    var command = new RouteWaitingChats(changed, deserted);
    deserted.clear();
    return Optional.of(command);
  }

  private boolean mayServe(GroupId groupId) {
    return (!state.queues.line(groupId, false).isEmpty() && state.roster.anyFree(groupId, false))
        || (!state.queues.line(groupId, true).isEmpty() && state.roster.anyFree(groupId, true));
  }
}
