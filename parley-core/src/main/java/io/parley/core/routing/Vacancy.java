package io.parley.core.routing;

import io.parley.core.chat.Announcement;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatDraft;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.Membership;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import io.parley.core.user.UserId;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/// What becomes of an active chat that has no agent.
public final class Vacancy {
  private Vacancy() {}

  /// Finds an agent for a chat that its last agent has just left; else lets it wait or closes it.
  ///
  /// @param draft the chat, without the agent already
  /// @param gone the agent who left
  public static void fill(
      License license, Round round, ChatDraft draft, AgentId gone, Departure why) {
    Chat chat = draft.chat();
    String name = Announcement.nameOf(license, gone);
    boolean keeps = Router.keeps(license, chat);
    if (Demand.ignoresRouting(chat)) {
      draft.noteUnassigned().say(RoutingMessages.unassigned(why, name));
      return;
    }
    boolean byHand = why == Departure.OTHER;
    Demand demand = Demand.of(chat);
    if (byHand) {
      var left = new HashSet<>(license.routing().leftBy(chat.id()));
      left.add(gone);
      demand = demand.without(left);
    }
    boolean queues = license.settings().queueEnabled();
    switch (round.route(demand)) {
      case Routing.Assigned(AgentId agentId) -> {
        give(round, draft, agentId, null);
        draft.say(RoutingMessages.assigned(why, Announcement.nameOf(license, agentId), name));
      }
      case Routing.Busy() when queues ->
          draft.noteQueued().say(RoutingMessages.unassigned(why, name));
      case Routing.Busy(), Routing.Offline() when keeps ->
          draft.noteUnassigned().say(RoutingMessages.unassigned(why, name));
      case Routing.Offline() when queues && byHand ->
          draft.noteQueued().say(RoutingMessages.unassigned(why, name));
      case Routing.Offline() when queues -> draft.close(RoutingMessages.archivedOffline(), null);
      case Routing.Busy(), Routing.Offline() ->
          draft.close(RoutingMessages.archived(why, name), null);
    }
  }

  /// Puts an agent into a chat.
  ///
  /// @param requester null if the router chose the agent
  public static void give(
      Round round, ChatDraft draft, AgentId agentId, @Nullable UserId requester) {
    ChatThread thread = draft.chat().activeThread().orElse(null);
    draft.add(
        new UserAddedToChat(
            draft.chat().id(),
            thread == null ? null : thread.id(),
            Membership.joining(agentId),
            null,
            UserAddedToChat.Reason.ROUTED,
            requester));
    draft.noteAssigned();
    round.gave(agentId);
  }

  /// Lets a chat without an agent wait, or leaves it for whoever comes if nobody is there for it
  /// and it may be so.
  public static void leave(License license, Round round, ChatDraft draft) {
    Chat chat = draft.chat();
    boolean nobody =
        Demand.ignoresRouting(chat)
            || (Router.keeps(license, chat)
                && round.route(Demand.of(chat)) instanceof Routing.Offline);
    if (nobody) {
      draft.noteUnassigned();
    } else {
      draft.noteQueued();
    }
  }

  /// Ends the waiting of a chat for which nobody is there any more: one that may be without an
  /// agent is left for whoever comes, another is closed. Nothing happens while somebody is there.
  public static void abandon(License license, Round round, ChatDraft draft) {
    Chat chat = draft.chat();
    if (Demand.ignoresRouting(chat) || !(round.route(Demand.of(chat)) instanceof Routing.Offline)) {
      return;
    }
    if (Router.keeps(license, chat)) {
      draft.noteUnassigned();
    } else {
      draft.close(RoutingMessages.archivedOffline(), null);
    }
  }
}
