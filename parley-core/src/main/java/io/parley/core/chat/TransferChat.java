package io.parley.core.chat;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.event.EventBody;
import io.parley.core.event.SystemMessages;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.routing.Demand;
import io.parley.core.routing.Round;
import io.parley.core.routing.Router;
import io.parley.core.routing.Routing;
import io.parley.core.routing.Seat;
import io.parley.core.routing.Vacancy;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gives an active chat to another agent or to an agent of other groups (Transfer Chat).
///
/// Refused when no thread is active, when a target does not exist or the agent has no access to the
/// chat, and, unless forced, when no agent of the target can take it.
///
/// @param target null: another agent of the groups that have access to the chat
public record TransferChat(
    Caller.ByAgent caller, ChatId chatId, @Nullable TransferTarget target, boolean force)
    implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of(Chat chat) ->
          chat.activeThread()
              .map(thread -> transfer(license, context, chat, thread))
              .orElseGet(() -> Decision.rejected(new Rejection.ChatInactive(chatId)));
    };
  }

  private Decision transfer(License license, Context context, Chat chat, ChatThread thread) {
    TransferTarget to =
        target == null
            ? new TransferTarget.ToGroups(List.copyOf(chat.access().groupIds()))
            : target;
    Optional<Rejection> objection = objection(license, chat, to);
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    Optional<AgentId> taker = taker(license, chat, to);
    if (taker.isEmpty() && !force) {
      return Decision.rejected(
          to instanceof TransferTarget.ToAgents
              ? new Rejection.AgentOffline("target.ids")
              : new Rejection.NoAgentForTransfer());
    }
    return Decision.accepted(
        Result.Done.DONE, changes(license, context, chat, thread, to, taker.orElse(null)));
  }

  private static Optional<Rejection> objection(License license, Chat chat, TransferTarget to) {
    switch (to) {
      case TransferTarget.ToGroups(List<GroupId> groupIds) -> {
        for (GroupId groupId : groupIds) {
          if (license.groupOrNull(groupId) == null) {
            return Optional.of(new Rejection.GroupNotFound("target.ids", groupId));
          }
        }
      }
      case TransferTarget.ToAgents(List<AgentId> agentIds) -> {
        for (AgentId agentId : agentIds) {
          if (license.agentOrNull(agentId) == null) {
            return Optional.of(new Rejection.AgentNotFound("target.ids", agentId));
          }
          if (!chat.access().admits(license.groupsOf(agentId))) {
            return Optional.of(
                new Rejection.InvalidField("target.ids", agentId + " has no access to the chat"));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Who takes the chat: of agents the first who can, or when forced the first of all; of groups
  /// whom the router says, other than who has it.
  private Optional<AgentId> taker(License license, Chat chat, TransferTarget to) {
    return switch (to) {
      case TransferTarget.ToGroups(List<GroupId> groupIds) ->
          Router.route(
                      license,
                      Demand.of(chat).to(Access.of(groupIds)).without(chat.presentAgents()))
                  instanceof Routing.Assigned(AgentId agentId)
              ? Optional.of(agentId)
              : Optional.empty();
      case TransferTarget.ToAgents(List<AgentId> agentIds) -> {
        Optional<AgentId> able =
            agentIds.stream().filter(agentId -> canTake(license, agentId)).findFirst();
        yield able.isEmpty() && force ? Optional.of(agentIds.getFirst()) : able;
      }
    };
  }

  private static boolean canTake(License license, AgentId agentId) {
    Seat seat = license.routing().roster().seatOrNull(agentId);
    return seat != null && seat.free();
  }

  private List<Change> changes(
      License license,
      Context context,
      Chat chat,
      ChatThread thread,
      TransferTarget to,
      @Nullable AgentId taker) {
    var draft = new ChatDraft(context, chat);
    draft.add(new ChatTransferred(chatId, thread.id(), caller.id(), to, context.now()));
    if (to instanceof TransferTarget.ToGroups(List<GroupId> groupIds)
        && !Access.of(groupIds).equals(chat.access())) {
      Access access = Access.of(groupIds);
      draft.add(new ChatAccessChanged(chatId, AccessOperation.SET, access, access));
    }
    for (AgentId agentId : chat.presentAgents()) {
      if (!agentId.equals(taker)) {
        draft.add(new UserRemovedFromChat(chatId, thread.id(), agentId, caller.id()));
      }
    }
    var round = new Round(license);
    if (taker == null) {
      Vacancy.leave(license, round, draft);
    } else if (chat.isPresent(taker)) {
      draft.noteAssigned();
    } else {
      Vacancy.give(round, draft, taker, caller.id());
    }
    draft.setOnThread(
        Properties.of(
            "routing",
            "last_transfer_timestamp",
            new PropertyValue.Whole(context.now().getEpochSecond())));
    return draft.say(message(license, to)).changes();
  }

  private EventBody message(License license, TransferTarget to) {
    String targets =
        switch (to) {
          case TransferTarget.ToAgents(List<AgentId> agentIds) ->
              agentIds.stream()
                  .map(agentId -> Announcement.nameOf(license, agentId))
                  .collect(Collectors.joining(", "));
          case TransferTarget.ToGroups(List<GroupId> groupIds) ->
              groupIds.stream()
                  .map(groupId -> nameOf(license, groupId))
                  .collect(Collectors.joining(", "));
        };
    return SystemMessages.transferred(Announcement.nameOf(license, caller.id()), targets);
  }

  private static String nameOf(License license, GroupId groupId) {
    Group group = license.groupOrNull(groupId);
    return group == null ? groupId.toString() : group.name();
  }
}
