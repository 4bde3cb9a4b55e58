package io.parley.store.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Threads of which nothing must be said: found along the index of their times.
record ThreadsByTime(Reading reading, ArchiveConditions conditions, Paging paging)
    implements ThreadSource {

  /// Threads, sampled, and their chats where they are asked for.
  private static final String CHAT =
      " join chat c on c.license_id = t.license_id and c.id = t.chat_id";

  @Override
  public List<Entry> entries() {
    PageId at = paging.at();
    var sql =
        """
        select t.created_at, t.id
        from thread t %s
        where t.license_id = :license and %s and %s and %s
        order by t.created_at %5$s, t.id %5$s
        limit :limit offset :offset
        """
            .formatted(
                needsChat() ? CHAT : "",
                conditions.onTime("t.created_at"),
                passes(),
                paging.beside(at, "t.created_at", "t.id"),
                paging.direction());
    var query =
        conditions
            .bind(reading.query(sql))
            .bind("limit", paging.rowsToRead())
            .bind("offset", paging.offset());
    return Paging.bindSide(query, at).map((row, _) -> Entry.read(row)).list();
  }

  private boolean needsChat() {
    return conditions.areOnChat() || !reading.viewer().chats().equals("true");
  }

  private String passes() {
    return String.join(
        " and ",
        reading.viewer().threads(),
        conditions.onThread(),
        needsChat() ? reading.viewer().chats() + " and " + conditions.onChat() : "true");
  }

  @Override
  public boolean exists(PageId side) {
    var sql =
        "select exists (select from thread t "
            + (needsChat() ? CHAT : "")
            + " where t.license_id = :license and "
            + conditions.onTime("t.created_at")
            + " and "
            + passes()
            + " and "
            + paging.beside(side, "t.created_at", "t.id")
            + ")";
    return Paging.bindSide(conditions.bind(reading.query(sql)), side).mapTo(Boolean.class).one();
  }

  @Override
  public long total() {
    if (!needsChat()) {
      return count(passes());
    }
    var sql =
        """
        select count(*) as visited, count(*) filter (where %s) as passed
        from (
          select t.* from thread t
          where t.license_id = :license and %s
          order by t.created_at desc
          limit :sample) t
        %s
        """
            .formatted(passes(), conditions.onTime("t.created_at"), CHAT);
    record Sampled(long visited, long passed) {}
    Sampled sampled =
        conditions
            .bind(reading.query(sql))
            .bind("sample", SAMPLE)
            .map((row, _) -> new Sampled(row.getLong("visited"), row.getLong("passed")))
            .one();
    return sampled.visited() < SAMPLE
        ? sampled.passed()
        : ThreadSource.estimate(count("true"), sampled.visited(), sampled.passed());
  }

  private long count(@Nullable String condition) {
    var sql =
        """
        select count(*) from (
          select from thread t
          where t.license_id = :license and %s and %s
          limit :most) as counted
        """
            .formatted(conditions.onTime("t.created_at"), condition);
    return conditions.bind(reading.query(sql)).bind("most", MOST_COUNTED).mapTo(Long.class).one();
  }
}
