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
import java.util.Optional;

/// Grants, revokes or sets the access of groups to a chat (Grant Access, Revoke Access, Set
/// Access). Refused when a group does not exist.
public record ChangeChatAccess(
    Caller.ByAgent caller, ChatId chatId, AccessOperation operation, Access given)
    implements Command {

  /// For one group.
  public ChangeChatAccess(
      Caller.ByAgent caller, ChatId chatId, AccessOperation operation, GroupId groupId) {
    this(caller, chatId, operation, Access.of(groupId));
  }

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of(Chat chat) -> {
        Optional<GroupId> unknown = license.unknownGroupOf(given);
        Access result = operation.change(chat.access(), given);
        if (unknown.isPresent()) {
          yield Decision.rejected(new Rejection.GroupNotFound("access.id", unknown.get()));
        }
        yield result.equals(chat.access())
            ? Decision.done()
            : Decision.done(new ChatAccessChanged(chatId, operation, given, result));
      }
    };
  }
}
