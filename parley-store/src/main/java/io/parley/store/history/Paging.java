package io.parley.store.history;

import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.store.codec.StorableText;
import io.parley.store.row.Micros;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Which rows of a sorted list are wanted, and what the pages beside them are called.
///
/// @param list names everything that a page id holds for: list, viewer, filters, order
/// @param at where the page lies; null at the beginning, and for pages by number
/// @param offset how many entries to skip from there
record Paging(String list, Order order, @Nullable PageId at, int offset, int limit) {

  /// A page of the list, with the names of those beside it.
  record Slice<T>(List<T> entries, @Nullable String next, @Nullable String previous) {}

  /// What a list must be able to say of its entries.
  interface Entries<T> {
    /// The name of the page beside an entry.
    PageId beside(T entry, boolean before);

    /// True if the list has an entry on that side.
    boolean exists(PageId side);
  }

  /// Empty if the page's id does not belong to the list.
  static Optional<Paging> of(String list, Order order, Page page) {
    return switch (page) {
      case Page.ById(String pageId, int limit) ->
          pageId == null
              ? Optional.of(new Paging(list, order, null, 0, limit))
              : PageId.decode(pageId, list).map(at -> new Paging(list, order, at, 0, limit));
      case Page.ByOffset(int offset, int limit) ->
          Optional.of(new Paging(list, order, null, offset, limit));
      case Page.ByNumber(int number, int limit) ->
          Optional.of(
              new Paging(
                  list,
                  order,
                  null,
                  Math.clamp((number - 1L) * limit, 0, Integer.MAX_VALUE),
                  limit));
    };
  }

  /// One more than are wanted, so that it is seen whether there are more.
  int rowsToRead() {
    return limit + 1;
  }

  /// The direction in which to read: against the list's order for the page before an entry.
  String direction() {
    return direction(at);
  }

  /// The direction in which to read what lies on a side of an entry.
  String direction(@Nullable PageId side) {
    return isAscending(side) ? "asc" : "desc";
  }

  /// How the keys of an entry on that side compare with the side's own.
  String comparison(@Nullable PageId side) {
    return isAscending(side) ? ">" : "<";
  }

  /// The condition that holds for what lies on a side of an entry, in a list that is sorted by a
  /// time and, where times are equal, by an id. [#bindSide] sets its parameters.
  ///
  /// @param time the column of the time
  /// @param id the column of the id
  String beside(@Nullable PageId side, String time, String id) {
    return side == null
        ? "true"
        : "(%s, %s) %s (:sideTime, :sideId)".formatted(time, id, comparison(side));
  }

  /// Sets the parameters of the condition on times and ids.
  static <S extends SqlStatement<S>> S bindSide(S statement, @Nullable PageId side) {
    return side == null
        ? statement
        : statement
            .bind("sideTime", Micros.instant(side.key()).atOffset(ZoneOffset.UTC))
            .bind("sideId", StorableText.of(side.id()));
  }

  private boolean isAscending(@Nullable PageId side) {
    boolean backwards = side != null && side.before();
    return (order == Order.ASCENDING) != backwards;
  }

  /// Cuts what was read to the page.
  <T> Slice<T> slice(List<T> read, Entries<T> entries) {
    boolean more = read.size() > limit;
    List<T> page = more ? read.subList(0, limit) : read;
    boolean backwards = at != null && at.before();
    if (backwards) {
      page = page.reversed();
    }
    if (page.isEmpty()) {
      return new Slice<>(List.of(), null, null);
    }
    PageId next = entries.beside(page.getLast(), false);
    PageId previous = entries.beside(page.getFirst(), true);
    boolean hasNext = backwards ? entries.exists(next) : more;
    boolean hasPrevious = backwards ? more : offset > 0 || (at != null && entries.exists(previous));
    return new Slice<>(
        List.copyOf(page),
        hasNext ? next.encode(list) : null,
        hasPrevious ? previous.encode(list) : null);
  }
}
