package io.parley.core.chat;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import java.util.List;

/// Shows the agents of a chat what the customer has typed so far (Send Sneak Peek), at once or, if
/// another was shown a moment ago, when it is this chat's turn. Needs an active thread.
public record SendSneakPeek(Caller.ByCustomer caller, ChatId chatId, String text)
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
              .map(
                  thread ->
                      Decision.done(
                          new SneakPeeked(
                              chatId,
                              thread.id(),
                              caller.id(),
                              text,
                              context.now(),
                              license.maySneakPeek(chatId, context.now()))))
              .orElseGet(() -> Decision.rejected(new Rejection.ChatInactive(chatId)));
    };
  }
}
