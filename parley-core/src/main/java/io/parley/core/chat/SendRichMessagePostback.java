package io.parley.core.chat;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventId;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import io.parley.core.user.UserId;
import java.util.List;

/// Presses a button of a rich message, or takes that back (Send Rich Message Postback): the user is
/// noted on every button with that postback. Only active threads are told.
public record SendRichMessagePostback(
    Caller caller, ChatId chatId, EventId eventId, String postbackId, boolean toggled)
    implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId), new Need.OfEvent(chatId, eventId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (EventSight.of(license, context, caller, chatId, eventId)) {
      case EventSight.None(Rejection rejection) -> Decision.rejected(rejection);
      case EventSight.Of(Chat chat, Event event) -> press(chat, event);
    };
  }

  private Decision press(Chat chat, Event event) {
    UserId userId = caller.userId();
    if (userId == null) {
      return Decision.rejected(new Rejection.ChatForbidden(chatId));
    }
    if (!(event.body() instanceof EventBody.RichMessage message)) {
      return Decision.rejected(
          new Rejection.InvalidField("event_id", "event " + eventId + " is no rich message"));
    }
    if (!message.hasPostback(postbackId)) {
      return Decision.rejected(
          new Rejection.InvalidField("postback.id", "the rich message has no such postback"));
    }
    boolean active =
        chat.activeThread().filter(thread -> thread.id().equals(eventId.threadId())).isPresent();
    return Decision.done(
        new PostbackSent(
            chatId,
            event.with(message.toggled(postbackId, userId, toggled)),
            userId,
            postbackId,
            toggled,
            active));
  }
}
