package io.parley.store.history;

import io.parley.store.codec.StorableText;
import io.parley.store.row.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

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

  /// True of what lies on a side of an entry.
  static String beside(Paging paging, @Nullable PageId side, String createdAt, String id) {
    return side == null
        ? "true"
        : "(%s, %s) %s (:sideTime, :sideId)".formatted(createdAt, id, paging.comparison(side));
  }

  /// Sets the parameters of [#beside].
  static <S extends SqlStatement<S>> S bind(S statement, @Nullable PageId side) {
    return side == null
        ? statement
        : statement
            .bind("sideTime", Micros.instant(side.key()).atOffset(ZoneOffset.UTC))
            .bind("sideId", StorableText.of(side.id()));
  }

  /// How many of `all` there are, if `passed` of `visited` are.
  static long estimate(long all, long visited, long passed) {
    return visited == 0 ? 0 : Math.max(passed, Math.round((double) all * passed / visited));
  }
}
