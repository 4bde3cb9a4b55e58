package io.parley.core.chat;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import io.parley.core.user.UserId;
import java.time.Instant;
import java.util.List;

/// Says up to when the caller has seen the events of a chat (Mark Events as Seen). Only forwards:
/// an earlier time than the one known changes nothing.
public record MarkEventsAsSeen(Caller caller, ChatId chatId, Instant seenUpTo) implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of(Chat chat) -> mark(chat);
    };
  }

  private Decision mark(Chat chat) {
    UserId userId = caller.userId();
    Membership member = userId == null ? null : chat.memberOrNull(userId);
    if (userId == null || member == null) {
      return Decision.rejected(
          userId == null
              ? new Rejection.ChatForbidden(chatId)
              : new Rejection.NotInChat(chatId, userId));
    }
    Instant known = member.eventsSeenUpTo();
    return known == null || seenUpTo.isAfter(known)
        ? Decision.done(new EventsSeen(chatId, userId, seenUpTo))
        : Decision.done();
  }
}
