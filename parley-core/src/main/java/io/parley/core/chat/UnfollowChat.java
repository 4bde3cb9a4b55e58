package io.parley.core.chat;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import java.util.List;

/// Ends the following of a chat (Unfollow Chat). Users of the chat can't unfollow it.
public record UnfollowChat(Caller.ByAgent caller, ChatId chatId) implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId));
  }

  @Override
  public Decision decide(License license, Context context) {
    Chat chat = license.chatOrNull(chatId);
    if (chat != null && chat.followers().contains(caller.id())) {
      return Decision.accepted(
          new Result.ChatUnfollowed(chatId), new ChatUnfollowed(chatId, caller.id()));
    }
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of(Chat seen) when seen.isPresent(caller.id()) ->
          Decision.rejected(new Rejection.MemberCannotUnfollow(chatId));
      case Sight.Of _ -> Decision.accepted(new Result.ChatUnfollowed(chatId));
    };
  }
}
