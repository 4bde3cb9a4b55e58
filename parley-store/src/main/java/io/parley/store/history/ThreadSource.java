package io.parley.store.history;

import io.parley.store.row.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Where the threads of a page of archives come from.
sealed interface ThreadSource extends Paging.Entries<ThreadSource.Entry>
    permits SearchedThreads, ThreadsByTime {

  /// Up to which number threads are counted: as many as pages by number can reach.
  int MOST_COUNTED = 100_000;

  /// Of how many threads it is seen who may see them, before the rest is estimated.
  int SAMPLE = 3_000;

  /// A thread of the list.
  record Entry(Instant createdAt, String threadId) {
    static Entry read(ResultSet row) throws SQLException {
      return new Entry(
          row.getObject("created_at", java.time.OffsetDateTime.class).toInstant(),
          row.getString("id"));
    }

    PageId beside(boolean before) {
      return new PageId(before, Micros.of(createdAt), threadId);
    }
  }

  /// Those of the page, and one more if there is one.
  List<Entry> entries();

  /// How many there are on all pages: counted if they are not too many, else estimated.
  long total();

  @Override
  default PageId beside(Entry entry, boolean before) {
    return entry.beside(before);
  }

  /// How many of `all` there are, if `passed` of `visited` are.
  static long estimate(long all, long visited, long passed) {
    return visited == 0 ? 0 : Math.max(passed, Math.round((double) all * passed / visited));
  }
}
