package io.parley.core.chat;

import io.parley.core.Context;
import io.parley.core.Rejection;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.Recipients;
import io.parley.core.license.License;
import io.parley.core.user.Caller;

/// What a caller sees when looking for an event; customers don't see those for agents.
sealed interface EventSight {
  /// The caller may see the event.
  record Of(Chat chat, Event event) implements EventSight {}

  /// The caller may not, or there is none.
  record None(Rejection rejection) implements EventSight {}

  /// Looks for an event, which must have been loaded.
  static EventSight of(
      License license, Context context, Caller caller, ChatId chatId, EventId eventId) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> new None(rejection);
      case Sight.Of(Chat chat) -> {
        Event event = context.eventOrNull(eventId);
        yield event == null || isHidden(caller, event)
            ? new None(
                new Rejection.InvalidField(
                    "event_id", "chat " + chatId + " has no event " + eventId))
            : new Of(chat, event);
      }
    };
  }

  private static boolean isHidden(Caller caller, Event event) {
    return caller instanceof Caller.ByCustomer && event.recipients() == Recipients.AGENTS;
  }
}
