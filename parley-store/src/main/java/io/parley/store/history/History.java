package io.parley.store.history;

import io.parley.core.license.LicenseView;
import io.parley.core.query.Answer;
import io.parley.core.query.Query;
import org.jdbi.v3.core.Jdbi;

/// Answers queries from what is committed, without the license's writer. Blocks. For any number of
/// threads.
public final class History {

  private final Jdbi jdbi;
  private final LongLists longLists;

  /// Over a database with the schema.
  public History(Jdbi jdbi) {
    this(jdbi, new LongLists());
  }

  History(Jdbi jdbi, LongLists longLists) {
    this.jdbi = jdbi;
    this.longLists = longLists;
  }

  /// Answers a query about a license.
  ///
  /// @param view the license; whose groups the caller is in is taken from it
  public Answer answer(LicenseView view, Query query) {
    var viewer = Viewer.of(view, query.caller());
    return jdbi.inTransaction(
        handle -> {
          handle.execute("set transaction isolation level repeatable read, read only");
          var reading = new Reading(handle, viewer, longLists);
          return switch (query) {
            case Query.Chats chats -> ChatList.answer(reading, chats);
            case Query.Threads threads -> ThreadList.answer(reading, threads);
            case Query.ThreadsWithEvents threads -> ChatThreads.answer(reading, threads);
            case Query.Archives archives -> Archive.answer(reading, archives);
            case Query.Customers customers -> CustomerList.answer(reading, customers);
            case Query.OneCustomer customer -> CustomerList.answer(reading, customer);
          };
        });
  }
}
