package io.parley.core.chat;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.property.PropertyLocation;
import io.parley.core.user.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Deletes properties of a chat (Delete Chat Properties). Those that are not set stay so.
///
/// @param names the properties, by namespace
public record DeleteChatProperties(Caller caller, ChatId chatId, Map<String, List<String>> names)
    implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of(Chat chat) -> delete(license, context, chat);
    };
  }

  private Decision delete(License license, Context context, Chat chat) {
    Optional<Rejection> objection =
        license
            .propertyRules()
            .objectionToDeleting(caller, PropertyLocation.CHAT, "properties", names);
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    var changes = new ArrayList<Change>();
    changes.add(new ChatPropertiesDeleted(chatId, names));
    changes.addAll(Rating.canceled(license, context, chat, caller, chat.properties(), names));
    return Decision.accepted(Result.Done.DONE, changes);
  }
}
