package io.parley.store.history;

import io.parley.store.search.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Threads that have some terms: found by the index of texts, and of those that it does not hold
/// yet by what is said in them.
///
/// What is found by the index comes in no order, so that all of it is looked at: a fifth of a
/// millisecond for a thousand threads. What nearly every thread has is found sooner by looking at
/// the threads nearest to the page's beginning, which is tried first. Whether the viewer may see a
/// chat is asked of the first threads only, until the page is full.
///
/// A page by number far down a long list is found by where it began a moment ago, see [LongLists]:
/// what lies before it is looked at once for many pages. The length of a long list is counted anew
/// with its first page only.
record SearchedThreads(Reading reading, ArchiveConditions conditions, Paging paging)
    implements ThreadSource {

  private static final int NEAR = 200;
  private static final int FIRST_LOOK = 500;
  private static final int GROWTH = 8;
  private static final int FIRST_DEPTH = 64;
  private static final int WHOLE_DEPTH = 1_024;

  /// The threads of a license that are found, each with its time: by the index, and of those of
  /// which it does not hold everything, by themselves.
  ///
  /// A thread has the terms of its license alone, so that the license need not be asked for.
  private String hits(@Nullable PageId side) {
    return """
    select x.created_at, x.thread_id as id, x.chat_id
    from thread_text x
    where %s and %s and %s and %s
    union all
    select t.created_at, t.id, t.chat_id
    from thread t
    left join thread_text x on x.license_id = t.license_id and x.thread_id = t.id
    where t.license_id = :license and t.unindexed and %s and %s and %s and %s
      and not coalesce(%s, false)
      and %s
    """
        .formatted(
            conditions.onTerms("x.terms"),
            reading.viewer().terms("x.terms"),
            conditions.onTime("x.created_at"),
            paging.beside(side, "x.created_at", "x.thread_id"),
            conditions.onTime("t.created_at"),
            paging.beside(side, "t.created_at", "t.id"),
            conditions.onThread(),
            reading.viewer().threads(),
            conditions.onTerms("x.terms"),
            isSaid());
  }

  /// True of a thread `t`, with its row `x` if it has one, in which everything is said: in what was
  /// noted of it, or in the events since.
  private String isSaid() {
    return "(select "
        + conditions.onTextTerms("(coalesce(x.terms, x.partial, '{}') || said.terms)")
        + " from "
        + Terms.ofEvents("coalesce(x.event_count, 0)")
        + " said)";
  }

  private boolean needsThread() {
    return conditions.areOnChat() || !conditions.onThreadOfTerms().equals("true");
  }

  private boolean needsChat() {
    return conditions.areOnChat() || !reading.viewer().chats().equals("true");
  }

  private boolean isEverything() {
    return !needsThread() && !needsChat();
  }

  /// True of a thread `h` that was found, if the viewer may see its chat and it is as it should be.
  private String passes() {
    if (isEverything()) {
      return "true";
    }
    var sql = new StringBuilder("exists (select from (select) as found");
    if (needsThread()) {
      sql.append(" join thread t on t.license_id = :license and t.id = h.id and ")
          .append(conditions.onThreadOfTerms());
    }
    if (needsChat()) {
      sql.append(" join chat c on c.license_id = :license and c.id = h.chat_id and ")
          .append(reading.viewer().chats())
          .append(" and ")
          .append(conditions.onChat());
    }
    return sql.append(")").toString();
  }

  @Override
  public List<Entry> entries() {
    int limit = paging.limit();
    if (limit == 0 || paging.offset() < limit || !lists().isLong(total())) {
      return entries(paging.at(), paging.offset());
    }
    int pages = paging.offset() / limit;
    List<PageId> ends = marks(pages).ends();
    int known = Math.min(pages, ends.size());
    return known == 0
        ? entries(null, paging.offset())
        : entries(ends.get(known - 1), paging.offset() - known * limit);
  }

  private LongLists lists() {
    return reading.longLists();
  }

  /// Where the pages begin, up to the given one if there are as many.
  private LongLists.Marks marks(int pages) {
    int limit = paging.limit();
    LongLists.Marks known =
        lists().marksOrNull(reading.viewer(), paging, Math.multiplyExact(pages, limit));
    if (known != null) {
      return known;
    }
    int deep = isEverything() ? WHOLE_DEPTH : FIRST_DEPTH;
    while (deep < pages) {
      deep = Math.multiplyExact(deep, 2);
    }
    int depth = Math.multiplyExact(deep, limit);
    var sql =
        """
        select ranked.created_at, ranked.id
        from (
          select seen.created_at, seen.id, row_number() over () as place
          from (
            select h.created_at, h.id
            from (select * from (%s) as hits order by created_at %2$s, id %2$s) h
            where %3$s
            limit :depth) seen) ranked
        where ranked.place %% :limit = 0
        order by ranked.place
        """
            .formatted(hits(null), paging.direction(null), passes());
    reading.sortInMemory();
    List<PageId> ends =
        conditions
            .bind(reading.query(sql))
            .bind("depth", depth)
            .bind("limit", limit)
            .map((row, _) -> Entry.read(row).beside(false))
            .list();
    var found = new LongLists.Marks(depth, ends);
    lists().note(reading.viewer(), paging, found);
    return found;
  }

  /// Those of the page that begins so many entries beside an entry.
  private List<Entry> entries(@Nullable PageId begin, int offset) {
    if (offset == 0) {
      List<Entry> near = near(begin, paging.rowsToRead());
      if (near.size() == paging.rowsToRead()) {
        return near;
      }
    }
    if (isEverything()) {
      return look(begin, paging.rowsToRead(), offset).stream().map(Look::entry).toList();
    }
    int wanted = Math.addExact(offset, paging.rowsToRead());
    var passed = new ArrayList<Entry>();
    PageId from = begin;
    int size = Math.max(FIRST_LOOK, wanted);
    boolean more = true;
    while (more && passed.size() < wanted) {
      List<Look> looked = look(from, size, 0);
      looked.stream().filter(Look::passes).map(Look::entry).forEach(passed::add);
      more = looked.size() == size;
      if (more) {
        from = looked.getLast().entry().beside(from != null && from.before());
        size *= GROWTH;
      }
    }
    return passed.subList(Math.min(offset, passed.size()), Math.min(wanted, passed.size()));
  }

  /// The first entries on a side, as far as they are among the threads nearest to it.
  private List<Entry> near(@Nullable PageId side, int wanted) {
    var sql =
        """
        select h.created_at, h.id
        from (
          select t.* from thread t
          where t.license_id = :license and %s and %s
          order by t.created_at %9$s, t.id %9$s
          limit :near) h
        cross join lateral (select h.*) t
        left join thread_text x on x.license_id = t.license_id and x.thread_id = t.id
        where %s and case
          when coalesce(%s and %s, false) then true
          else t.unindexed and %s and %s and %s end
        order by h.created_at %9$s, h.id %9$s
        limit :limit
        """
            .formatted(
                conditions.onTime("t.created_at"),
                paging.beside(side, "t.created_at", "t.id"),
                passes(),
                conditions.onTerms("x.terms"),
                reading.viewer().terms("x.terms"),
                conditions.onThread(),
                reading.viewer().threads(),
                isSaid(),
                paging.direction(side));
    var query =
        conditions
            .bind(reading.query(sql))
            .bind("near", Math.max(NEAR, 2 * wanted))
            .bind("limit", wanted);
    return Paging.bindSide(query, side).map((row, _) -> Entry.read(row)).list();
  }

  private record Look(Entry entry, boolean passes) {
    static Look read(ResultSet row) throws SQLException {
      return new Look(Entry.read(row), row.getBoolean("passes"));
    }
  }

  private List<Look> look(@Nullable PageId from, int size, int offset) {
    var sql =
        """
        select h.created_at, h.id, %s as passes
        from (
          select * from (%s) as hits
          order by created_at %3$s, id %3$s
          limit :limit offset :offset) h
        order by h.created_at %3$s, h.id %3$s
        """
            .formatted(passes(), hits(from), paging.direction(from));
    var query = conditions.bind(reading.query(sql)).bind("limit", size).bind("offset", offset);
    return Paging.bindSide(query, from).map((row, _) -> Look.read(row)).list();
  }

  @Override
  public boolean exists(PageId side) {
    if (!near(side, 1).isEmpty()) {
      return true;
    }
    var sql = "select exists (select from (" + hits(side) + ") h where " + passes() + ")";
    return Paging.bindSide(conditions.bind(reading.query(sql)), side).mapTo(Boolean.class).one();
  }

  @Override
  public long total() {
    if (paging.offset() > 0 || paging.at() != null) {
      OptionalLong known = lists().total(reading.viewer(), paging);
      if (known.isPresent()) {
        return known.getAsLong();
      }
    }
    long total = count();
    lists().note(reading.viewer(), paging, total);
    return total;
  }

  private long count() {
    if (isEverything()) {
      var sql =
          "select count(*) from (select from (" + hits(null) + ") as hits limit :most) as counted";
      return conditions.bind(reading.query(sql)).bind("most", MOST_COUNTED).mapTo(Long.class).one();
    }
    var sql =
        """
        with hits as materialized (select id, chat_id from (%s) as found limit :most)
        select
          (select count(*) from hits) as all_hits,
          count(*) as visited,
          count(*) filter (where %s) as passed
        from (select id, chat_id from hits limit :sample) h
        """
            .formatted(hits(null), passes());
    return conditions
        .bind(reading.query(sql))
        .bind("most", MOST_COUNTED)
        .bind("sample", SAMPLE)
        .map(
            (row, _) ->
                ThreadSource.estimate(
                    row.getLong("all_hits"), row.getLong("visited"), row.getLong("passed")))
        .one();
  }
}
