package io.parley.core.chat;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.license.License;
import io.parley.core.property.PropertyLocation;
import io.parley.core.user.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Deletes properties of an event, in an active thread or not (Delete Event Properties).
///
/// @param names the properties, by namespace
public record DeleteEventProperties(
    Caller caller, ChatId chatId, EventId eventId, Map<String, List<String>> names)
    implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId), new Need.OfEvent(chatId, eventId));
  }

  @Override
  public Decision decide(License license, Context context) {
    Optional<Rejection> objection =
        license
            .propertyRules()
            .objectionToDeleting(caller, PropertyLocation.EVENT, "properties", names);
    return switch (EventSight.of(license, context, caller, chatId, eventId)) {
      case EventSight.None(Rejection rejection) -> Decision.rejected(rejection);
      case EventSight.Of _ when objection.isPresent() -> Decision.rejected(objection.get());
      case EventSight.Of(_, Event event) ->
          Decision.done(
              new EventPropertiesDeleted(
                  chatId, event.with(event.properties().without(names)), names));
    };
  }
}
