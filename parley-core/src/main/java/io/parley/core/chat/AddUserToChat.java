package io.parley.core.chat;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.customer.Customer;
import io.parley.core.event.EventBody;
import io.parley.core.event.SystemMessages;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds a user to a chat (Add User to Chat). A chat has one customer at most. Nothing happens if
/// the user is in it already.
public record AddUserToChat(Caller.ByAgent caller, ChatId chatId, UserId userId)
    implements Command {

  @Override
  public List<Need> needs() {
    return userId instanceof CustomerId customerId
        ? List.of(new Need.OfChat(chatId), new Need.OfCustomer(customerId))
        : List.of(new Need.OfChat(chatId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of(Chat chat) when chat.isPresent(userId) -> Decision.done();
      case Sight.Of(Chat chat) ->
          objection(license, chat)
              .map(Decision::rejected)
              .orElseGet(() -> Decision.accepted(Result.Done.DONE, add(license, context, chat)));
    };
  }

  private Optional<Rejection> objection(License license, Chat chat) {
    return switch (userId) {
      case AgentId agentId when license.agentOrNull(agentId) == null ->
          Optional.of(new Rejection.AgentNotFound("user_id", agentId));
      case CustomerId customerId when license.customerOrNull(customerId) == null ->
          Optional.of(new Rejection.CustomerNotFound("user_id", customerId));
      case CustomerId customerId
          when chat.customerId().filter(there -> !there.equals(customerId)).isPresent() ->
          Optional.of(new Rejection.InvalidField("user_id", "the chat has a customer already"));
      case AgentId _, CustomerId _ -> Optional.empty();
    };
  }

  private List<Change> add(License license, Context context, Chat chat) {
    var draft = new ChatDraft(context, chat);
    ChatThread active = chat.activeThread().orElse(null);
    boolean firstAgent = chat.presentAgents().isEmpty();
    draft.add(
        new UserAddedToChat(
            chatId,
            active == null ? null : active.id(),
            Membership.joining(userId),
            userId instanceof CustomerId customerId ? license.customerOrNull(customerId) : null,
            UserAddedToChat.Reason.MANUAL,
            caller.id()));
    EventBody message = message(license, firstAgent);
    if (message != null) {
      draft.say(message);
    }
    if (active != null && firstAgent && userId instanceof AgentId) {
      draft.noteAssigned();
    }
    return draft.changes();
  }

  private @Nullable EventBody message(License license, boolean firstAgent) {
    return switch (userId) {
      case AgentId _ when firstAgent -> null;
      case AgentId agentId when agentId.equals(caller.id()) ->
          SystemMessages.agentJoined(Announcement.nameOf(license, agentId));
      case AgentId agentId ->
          SystemMessages.agentAdded(
              Announcement.nameOf(license, caller.id()), Announcement.nameOf(license, agentId));
      case CustomerId customerId -> {
        Customer customer = license.customerOrNull(customerId);
        yield SystemMessages.customerAdded(
            Announcement.nameOf(license, caller.id()),
            customer == null ? "Customer" : customer.displayName());
      }
    };
  }
}
