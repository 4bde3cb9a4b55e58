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

/// Deletes properties of a thread, active or not (Delete Chat Thread Properties).
///
/// @param names the properties, by namespace
public record DeleteThreadProperties(
    Caller caller, ChatId chatId, ThreadId threadId, Map<String, List<String>> names)
    implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId), new Need.OfThread(chatId, threadId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (ThreadSight.of(license, context, caller, chatId, threadId)) {
      case ThreadSight.None(Rejection rejection) -> Decision.rejected(rejection);
      case ThreadSight.Of(Chat chat, ChatThread thread) -> delete(license, context, chat, thread);
    };
  }

  private Decision delete(License license, Context context, Chat chat, ChatThread thread) {
    Optional<Rejection> objection =
        license
            .propertyRules()
            .objectionToDeleting(caller, PropertyLocation.THREAD, "properties", names);
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    var changes = new ArrayList<Change>();
    changes.add(
        new ThreadPropertiesDeleted(chatId, threadId, names, thread.properties().without(names)));
    if (thread.equals(chat.lastThread())) {
      changes.addAll(Rating.canceled(license, context, chat, caller, thread.properties(), names));
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }
}
