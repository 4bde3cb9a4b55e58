package io.parley.core.chat;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyLocation;
import io.parley.core.user.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets properties of a chat (Update Chat Properties). Refused when one is not defined for chats,
/// is not the caller's to write, or has a value that its definition does not allow.
public record UpdateChatProperties(Caller caller, ChatId chatId, Properties properties)
    implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of(Chat chat) -> update(license, context, chat);
    };
  }

  private Decision update(License license, Context context, Chat chat) {
    Optional<Rejection> objection =
        license
            .propertyRules()
            .objectionToSetting(caller, PropertyLocation.CHAT, "properties", properties);
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    var changes = new ArrayList<Change>();
    changes.add(new ChatPropertiesUpdated(chatId, properties));
    changes.addAll(Rating.messages(license, context, chat, caller, properties));
    return Decision.accepted(Result.Done.DONE, changes);
  }
}
