package io.parley.core.routing;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatDraft;
import io.parley.core.chat.ChatId;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Gives chats that wait to agents who have become free, those that came first first, and ends the
/// waiting of those for which nobody is there any more. The server's own, after anything that may
/// have made an agent free or sent one away.
///
/// @param changed the groups in which an agent may have become free or a chat waits anew
/// @param deserted the groups in which nobody accepts chats any more
public record RouteWaitingChats(SortedSet<GroupId> changed, SortedSet<GroupId> deserted)
    implements Command {
  private static final int AT_ONCE = 500;

  /// Makes the sets unmodifiable.
  public RouteWaitingChats {
    changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
    deserted = Collections.unmodifiableSortedSet(new TreeSet<>(deserted));
  }

  RouteWaitingChats(Collection<GroupId> changed, Collection<GroupId> deserted) {
    this(new TreeSet<>(changed), new TreeSet<>(deserted));
  }

  @Override
  public Decision decide(License license, Context context) {
    var round = new Round(license);
    var changes = new ArrayList<Change>();
    changes.addAll(assignments(license, context, round));
    for (ChatId chatId : stranded(license)) {
      Chat chat = license.chatOrNull(chatId);
      if (chat != null) {
        var draft = new ChatDraft(context, chat);
        Vacancy.abandon(license, round, draft);
        changes.addAll(draft.changes());
      }
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }

  /// Walks the lines of the groups together, by the time at which the chats came. A line is left
  /// at the first chat that nobody could take, for nobody could take the next one either.
  private List<Change> assignments(License license, Context context, Round round) {
    var changes = new ArrayList<Change>();
    var heads = new PriorityQueue<Head>(Comparator.comparing(Head::next, Waiting.BY_TIME));
    for (GroupId groupId : changed) {
      enqueue(heads, license.routing().queues().line(groupId, false).iterator());
      enqueue(heads, license.routing().queues().line(groupId, true).iterator());
    }
    var given = new HashSet<ChatId>();
    while (!heads.isEmpty() && given.size() < AT_ONCE) {
      Head head = heads.remove();
      ChatId chatId = head.next().chatId();
      Chat chat = license.chatOrNull(chatId);
      if (chat == null || given.contains(chatId)) {
        enqueue(heads, head.rest());
        continue;
      }
      Set<AgentId> leftBy = license.routing().leftBy(chatId);
      if (round.route(Demand.of(chat).without(leftBy)) instanceof Routing.Assigned(var agentId)) {
        var draft = new ChatDraft(context, chat);
        Vacancy.give(round, draft, agentId, null);
        changes.addAll(draft.changes());
        given.add(chatId);
        enqueue(heads, head.rest());
      } else if (!leftBy.isEmpty()) {
        enqueue(heads, head.rest());
      }
    }
    return changes;
  }

  /// The first chat of a line, and those behind it.
  private record Head(Waiting next, Iterator<Waiting> rest) {}

  private static void enqueue(PriorityQueue<Head> heads, Iterator<Waiting> line) {
    if (line.hasNext()) {
      heads.add(new Head(line.next(), line));
    }
  }

  private Collection<ChatId> stranded(License license) {
    if (deserted.isEmpty()) {
      return List.of();
    }
    var stranded = new TreeSet<Waiting>(Waiting.BY_TIME);
    for (GroupId groupId : deserted) {
      if (license.routing().roster().accepting(groupId, false) == 0) {
        stranded.addAll(license.routing().queues().line(groupId, false));
      }
      stranded.addAll(license.routing().queues().line(groupId, true));
    }
    return stranded.stream()
        .filter(waiting -> !waiting.pinned())
        .map(Waiting::chatId)
        .filter(chatId -> license.routing().restoredUntil(chatId) == null)
        .toList();
  }
}
