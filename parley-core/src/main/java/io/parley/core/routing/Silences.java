package io.parley.core.routing;

import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.EventAdded;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.user.CustomerId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Since when it has been quiet in active chats, and since when their customers have waited for a
/// reply. Not kept over a restart: what can be told from the chats is, the rest begins anew.
final class Silences {
  private final Map<ChatId, Instant> unansweredSince = new HashMap<>();
  private final Map<ChatId, Instant> quietSince = new HashMap<>();

  /// Since when a reply is due; null if none is.
  @Nullable Instant unansweredSince(ChatId chatId) {
    return unansweredSince.get(chatId);
  }

  /// When the last event came that was not the router's, if the router has said something since;
  /// else null.
  @Nullable Instant quietSince(ChatId chatId) {
    return quietSince.get(chatId);
  }

  /// Takes note of a new event.
  ///
  /// @return true if a reply is due since now
  boolean heard(EventAdded added, @Nullable Chat before, Chat after) {
    ChatId chatId = added.chatId();
    Event event = added.event();
    if (event.author() == null && isRouters(event.body())) {
      ChatThread thread = before == null ? null : before.lastThread();
      if (thread != null) {
        quietSince.putIfAbsent(chatId, thread.lastEventAt());
      }
      return false;
    }
    quietSince.remove(chatId);
    if (EventSigns.isReply(event)) {
      unansweredSince.remove(chatId);
      return false;
    }
    return event.author() instanceof CustomerId
        && EventSigns.isSaid(event)
        && after.active()
        && unansweredSince.putIfAbsent(chatId, event.createdAt()) == null;
  }

  private static boolean isRouters(EventBody body) {
    return body instanceof EventBody.SystemMessage message
        && message.messageType().startsWith("routing.");
  }

  /// Takes note of another change.
  ///
  /// @return true if a reply is due since now
  boolean changed(ChatChange change, @Nullable Chat before, Chat after, Instant now) {
    ChatThread thread = after.activeThread().orElse(null);
    if (thread == null) {
      unansweredSince.remove(after.id());
      quietSince.remove(after.id());
      return false;
    }
    return isGiven(before, after) && given(after, thread, now);
  }

  /// An agent who gets a chat in which the customer waits has the whole time to reply.
  boolean given(Chat chat, ChatThread thread, Instant now) {
    boolean waits =
        unansweredSince.containsKey(chat.id()) || thread.properties().flag("routing", "unreplied");
    if (waits) {
      unansweredSince.put(chat.id(), now);
    }
    return waits;
  }

  private static boolean isGiven(@Nullable Chat before, Chat after) {
    if (after.presentAgents().isEmpty()) {
      return false;
    }
    return before == null || !before.active() || before.presentAgents().isEmpty();
  }
}
