package io.parley.core.chat;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import java.util.List;
import java.util.TreeSet;

/// Grants, revokes or sets the access of a group to a chat (Grant Access, Revoke Access, Set
/// Access).
/// Refused when the group does not exist.
public record ChangeChatAccess(
    Caller.ByAgent caller, ChatId chatId, AccessOperation operation, GroupId groupId)
    implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of _ when license.groupOrNull(groupId) == null ->
          Decision.rejected(new Rejection.GroupNotFound("access.id", groupId));
      case Sight.Of(Chat chat) -> {
        Access result = result(chat.access());
        yield result.equals(chat.access())
            ? Decision.done()
            : Decision.done(new ChatAccessChanged(chatId, operation, Access.of(groupId), result));
      }
    };
  }

  private Access result(Access before) {
    var groups = new TreeSet<>(before.groupIds());
    switch (operation) {
      case GRANT -> groups.add(groupId);
      case REVOKE -> groups.remove(groupId);
      case SET -> {
        groups.clear();
        groups.add(groupId);
      }
    }
    return new Access(groups);
  }
}
