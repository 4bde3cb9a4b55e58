package io.parley.core.routing;

import io.parley.core.Change;
import io.parley.core.Context;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatDraft;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// What becomes of the chats of agents who go.
public final class Departures {
  private Departures() {}

  /// The changes to the active chats of these agents. A chat in which another agent remains only
  /// loses them; another is given to somebody else, waits, or is closed.
  ///
  /// To be decided together with the changes that send the agents away.
  public static List<Change> of(
      License license, Context context, Round round, Collection<AgentId> leaving, Departure why) {
    leaving.forEach(round::leaves);
    var drafts = new LinkedHashMap<ChatId, ChatDraft>();
    for (AgentId agentId : leaving) {
      for (Chat chat : license.activeChatsWith(agentId)) {
        leave(drafts.computeIfAbsent(chat.id(), _ -> new ChatDraft(context, chat)), agentId);
      }
    }
    var changes = new ArrayList<Change>();
    for (ChatDraft draft : firstComeFirst(drafts.values())) {
      if (draft.chat().presentAgents().isEmpty()) {
        Vacancy.fill(license, round, draft, lastGone(draft), why);
      }
      changes.addAll(draft.changes());
    }
    return changes;
  }

  /// The changes to the active chats of one agent who goes.
  public static List<Change> of(License license, Context context, AgentId leaving, Departure why) {
    return of(license, context, new Round(license), List.of(leaving), why);
  }

  private static List<ChatDraft> firstComeFirst(Collection<ChatDraft> drafts) {
    return drafts.stream()
        .sorted(
            Comparator.comparing((ChatDraft draft) -> beganAt(draft.chat()))
                .thenComparing(draft -> draft.chat().id().value()))
        .toList();
  }

  private static Instant beganAt(Chat chat) {
    return chat.activeThread().map(ChatThread::createdAt).orElse(chat.createdAt());
  }

  private static void leave(ChatDraft draft, AgentId agentId) {
    draft
        .chat()
        .activeThread()
        .ifPresent(
            thread ->
                draft.add(new UserRemovedFromChat(draft.chat().id(), thread.id(), agentId, null)));
  }

  private static AgentId lastGone(ChatDraft draft) {
    return ((AgentId) ((UserRemovedFromChat) draft.changes().getLast()).userId());
  }
}
