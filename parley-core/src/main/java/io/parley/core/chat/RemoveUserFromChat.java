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
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import java.util.ArrayList;
import java.util.List;

/// Removes an agent from a chat (Remove User from Chat); removing oneself is leaving. Refused for
/// who is not in it. Customers can't be removed.
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
    var changes = new ArrayList<Change>();
    ChatThread active = chat.activeThread().orElse(null);
    changes.add(
        new UserRemovedFromChat(chatId, active == null ? null : active.id(), userId, caller.id()));
    if (active != null) {
      changes.add(Announcement.of(context, chat, active, message(license)));
    }
    return changes;
  }

  private EventBody message(License license) {
    String name = Announcement.nameOf(license, userId);
    return userId.equals(caller.id())
        ? SystemMessages.agentLeft(name)
        : SystemMessages.agentRemoved(Announcement.nameOf(license, caller.id()), name);
  }
}
