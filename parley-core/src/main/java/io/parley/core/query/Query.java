package io.parley.core.query;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.ThreadId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
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

  /// Threads, active or closed, each with its chat and its events (Get Archives). One that the
  /// caller may not see is never in the answer: an agent sees the threads of the chats that the
  /// token's reach covers, and of these only such as the agent's groups have access to, or that the
  /// agent was in; with [io.parley.core.user.Reach#ALL] every thread. Answered by
  /// [Answer.Archives].
  ///
  /// @param conditions all must hold; none: every thread
  /// @param order by the time at which the thread began, then by its id
  /// @param page [Page.ById] or [Page.ByNumber]; both answer with page ids. A limit of 0 asks for
  ///     the total alone
  record Archives(Caller caller, List<ArchiveCondition> conditions, Order order, Page page)
      implements Query {
    /// Makes the list unmodifiable.
    public Archives {
      conditions = List.copyOf(conditions);
    }
  }

  /// Customers (Get Customers), as far as one of the agent's groups has access to them. Answered by
  /// [Answer.Customers].
  ///
  /// @param conditions all must hold; none: every customer
  /// @param order by the time at which the customer was created, then by id
  record Customers(
      Caller.ByAgent caller, List<CustomerCondition> conditions, Order order, Page.ById page)
      implements Query {
    /// Makes the list unmodifiable.
    public Customers {
      conditions = List.copyOf(conditions);
    }
  }

  /// One customer; customers may ask for themselves only. Answered by [Answer.OneCustomer].
  record OneCustomer(Caller caller, CustomerId customerId) implements Query {}
}
