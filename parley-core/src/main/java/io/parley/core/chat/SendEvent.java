package io.parley.core.chat;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.event.Event;
import io.parley.core.event.NewEvent;
import io.parley.core.license.License;
import io.parley.core.property.PropertyLocation;
import io.parley.core.routing.EventSigns;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds an event to a chat (Send Event).
///
/// It goes to the active thread. Without one the event is refused, unless the caller wants it in
/// the last thread. An agent who is not in the chat is added without being present.
///
/// @param attachToLastThread add to the last thread although it is closed
public record SendEvent(Caller caller, ChatId chatId, NewEvent event, boolean attachToLastThread)
    implements Command {

  @Override
  public List<Need> needs() {
    var chat = new Need.OfChat(chatId);
    List<Need> files = SentFiles.needs(List.of(event));
    return files.isEmpty() ? List.of(chat) : List.of(chat, files.getFirst());
  }

  @Override
  public Decision decide(License license, Context context) {
    if (caller instanceof Caller.ByAgent agent && license.agentOrNull(agent.id()) == null) {
      return Decision.rejected(new Rejection.RequesterUnknown(agent.id()));
    }
    if (caller instanceof Caller.ByCustomer customer
        && license.isBanned(customer.id(), context.now())) {
      return Decision.rejected(new Rejection.CustomerIsBanned(customer.id()));
    }
    Optional<Rejection> objection =
        license
            .propertyRules()
            .objectionToSetting(
                caller, PropertyLocation.EVENT, "event.properties", event.properties())
            .or(() -> SentFiles.objection(license, context, "event", event));
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of(Chat chat) -> {
        ChatThread thread = chat.lastThread();
        yield thread == null || (!thread.active() && !attachToLastThread)
            ? Decision.rejected(new Rejection.ChatInactive(chatId))
            : add(SentFiles.known(license, context, event), context, chat, thread);
      }
    };
  }

  private Decision add(NewEvent known, Context context, Chat chat, ChatThread thread) {
    UserId author = caller.userId();
    Event added = known.stamped(thread.nextEventId(), author, thread.nextEventTime(context.now()));
    var result = new Result.EventSent(added.id());
    var change = new EventAdded(chatId, added);
    boolean stranger = author instanceof AgentId && chat.memberOrNull(author) == null;
    Optional<ThreadPropertiesUpdated> noted =
        thread.active() ? EventSigns.noted(chat, thread, added) : Optional.empty();
    if (!stranger && noted.isEmpty()) {
      return Decision.accepted(result, change);
    }
    var changes = new ArrayList<Change>(3);
    if (stranger && author != null) {
      changes.add(
          new UserAddedToChat(
              chatId,
              thread.active() ? thread.id() : null,
              Membership.absent(author),
              null,
              UserAddedToChat.Reason.WROTE,
              author));
    }
    noted.ifPresent(changes::add);
    changes.add(change);
    return Decision.accepted(result, changes);
  }
}
