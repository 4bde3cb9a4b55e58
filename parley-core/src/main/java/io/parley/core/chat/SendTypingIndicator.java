package io.parley.core.chat;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.event.Recipients;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import io.parley.core.user.UserId;
import java.util.List;

/// Tells the others in a chat that the caller is typing, or stopped (Send Typing Indicator). Needs
/// an active thread.
public record SendTypingIndicator(
    Caller caller, ChatId chatId, Recipients recipients, boolean typing) implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId));
  }

  @Override
  public Decision decide(License license, Context context) {
    UserId author = caller.userId();
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of _ when author == null -> Decision.rejected(new Rejection.ChatForbidden(chatId));
      case Sight.Of(Chat chat) ->
          chat.activeThread()
              .map(
                  thread ->
                      Decision.done(
                          new TypingIndicated(
                              chatId, thread.id(), author, recipients, typing, context.now())))
              .orElseGet(() -> Decision.rejected(new Rejection.ChatInactive(chatId)));
    };
  }
}
