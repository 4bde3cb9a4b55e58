package io.parley.core.chat;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.license.License;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyLocation;
import io.parley.core.user.Caller;
import java.util.List;
import java.util.Optional;

/// Sets properties of an event, in an active thread or not (Update Event Properties).
public record UpdateEventProperties(
    Caller caller, ChatId chatId, EventId eventId, Properties properties) implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId), new Need.OfEvent(chatId, eventId));
  }

  @Override
  public Decision decide(License license, Context context) {
    Optional<Rejection> objection =
        license
            .propertyRules()
            .objectionToSetting(caller, PropertyLocation.EVENT, "properties", properties);
    return switch (EventSight.of(license, context, caller, chatId, eventId)) {
      case EventSight.None(Rejection rejection) -> Decision.rejected(rejection);
      case EventSight.Of _ when objection.isPresent() -> Decision.rejected(objection.get());
      case EventSight.Of(_, Event event) ->
          Decision.done(
              new EventPropertiesUpdated(
                  chatId, event.with(event.properties().with(properties)), properties));
    };
  }
}
