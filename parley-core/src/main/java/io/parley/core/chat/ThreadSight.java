package io.parley.core.chat;

import io.parley.core.Context;
import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.Caller;

/// What a caller sees when looking for a thread of a chat, active or not.
sealed interface ThreadSight {
  /// The caller may see the thread.
  record Of(Chat chat, ChatThread thread) implements ThreadSight {}

  /// The caller may not, or there is none.
  record None(Rejection rejection) implements ThreadSight {}

  /// Looks for a thread; one that is not the last must have been loaded.
  static ThreadSight of(
      License license, Context context, Caller caller, ChatId chatId, ThreadId threadId) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> new None(rejection);
      case Sight.Of(Chat chat) -> {
        ChatThread last = chat.lastThread();
        ChatThread thread =
            last != null && last.id().equals(threadId) ? last : context.threadOrNull(threadId);
        yield thread == null
            ? new None(
                new Rejection.InvalidField(
                    "thread_id", "chat " + chatId + " has no thread " + threadId))
            : new Of(chat, thread);
      }
    };
  }
}
