package io.parley.core.query;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.ThreadId;
import io.parley.core.user.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question about what is kept, asked by someone. Whoever answers shows the caller nothing that
/// the caller may not see.
public sealed interface Query {
  /// Who asks.
  Caller caller();

  /// The chats that the caller may see, each with its last thread and last events (Get Chats
  /// Summary). For an agent those that the token's reach covers; for a customer those that the
  /// customer is in. Answered by [Answer.Chats].
  record Chats(Caller caller, ChatFilter filter, Order order, Page page) implements Query {}

  /// The threads of a chat, without events (Get Chat Threads Summary). Answered by
  /// [Answer.Threads].
  record Threads(Caller caller, ChatId chatId, Order order, Page page) implements Query {}

  /// A chat with some of its threads and their events (Get Chat Threads). Answered by
  /// [Answer.ChatWithThreads].
  ///
  /// @param threadIds the wanted threads; null for the newest, [#DEFAULT_THREADS] at most
  record ThreadsWithEvents(Caller caller, ChatId chatId, @Nullable List<ThreadId> threadIds)
      implements Query {
    /// How many threads are given when none are named.
    public static final int DEFAULT_THREADS = 25;
  }
}
