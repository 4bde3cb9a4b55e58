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

/// Sets properties of a thread, active or not (Update Chat Thread Properties).
public record UpdateThreadProperties(
    Caller caller, ChatId chatId, ThreadId threadId, Properties properties) implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId), new Need.OfThread(chatId, threadId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (ThreadSight.of(license, context, caller, chatId, threadId)) {
      case ThreadSight.None(Rejection rejection) -> Decision.rejected(rejection);
      case ThreadSight.Of(Chat chat, ChatThread thread) -> update(license, context, chat, thread);
    };
  }

  private Decision update(License license, Context context, Chat chat, ChatThread thread) {
    Optional<Rejection> objection =
        license
            .propertyRules()
            .objectionToSetting(caller, PropertyLocation.THREAD, "properties", properties);
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    var changes = new ArrayList<Change>();
    changes.add(new ThreadPropertiesUpdated(chatId, threadId, properties));
    if (thread.equals(chat.lastThread())) {
      changes.addAll(Rating.messages(license, context, chat, caller, properties));
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }
}
