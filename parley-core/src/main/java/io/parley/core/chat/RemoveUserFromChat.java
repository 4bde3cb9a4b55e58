package io.parley.core.chat;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.event.EventBody;
import io.parley.core.event.SystemMessages;
import io.parley.core.license.License;
import io.parley.core.routing.Departure;
import io.parley.core.routing.Round;
import io.parley.core.routing.Vacancy;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import java.util.List;

/// Removes an agent from a chat (Remove User from Chat); removing oneself is leaving. When the last
/// agent goes, the router looks for another. Refused for who is not in the chat. Customers can't be
/// removed.
public record RemoveUserFromChat(Caller.ByAgent caller, ChatId chatId, AgentId userId)
    implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of(Chat chat) when !chat.isPresent(userId) ->
          Decision.rejected(
              new Rejection.InvalidField("user_id", userId + " is not in chat " + chatId));
      case Sight.Of(Chat chat) ->
          Decision.accepted(Result.Done.DONE, remove(license, context, chat));
    };
  }

  private List<Change> remove(License license, Context context, Chat chat) {
    var draft = new ChatDraft(context, chat);
    ChatThread active = chat.activeThread().orElse(null);
    draft.add(
        new UserRemovedFromChat(chatId, active == null ? null : active.id(), userId, caller.id()));
    draft.say(message(license));
    if (active != null && draft.chat().presentAgents().isEmpty()) {
      Vacancy.fill(license, new Round(license), draft, userId, Departure.OTHER);
    }
    return draft.changes();
  }

  private EventBody message(License license) {
    String name = Announcement.nameOf(license, userId);
    return userId.equals(caller.id())
        ? SystemMessages.agentLeft(name)
        : SystemMessages.agentRemoved(Announcement.nameOf(license, caller.id()), name);
  }
}
