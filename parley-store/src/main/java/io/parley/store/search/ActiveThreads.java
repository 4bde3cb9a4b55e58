package io.parley.store.search;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Notes the first events of active threads, from one thread to the next.
final class ActiveThreads {
  private static final int THREADS_AT_ONCE = 1_000;

  /// Of the active threads behind one the next, as many as have about so many events of which
  /// nothing is noted; those with only a few count for nothing, and wait.
  private static final String NOTE =
      """
      with sized as materialized (
        select t.*,
          coalesce(sum(t.fresh) over (
            order by t.license_id, t.created_at, t.id rows between unbounded preceding and 1 preceding), 0)
            as fresh_before,
          count(*) over () as threads
        from (
          select t.license_id, t.id, t.chat_id, t.created_at, tail.number,
            coalesce(known.event_count, 0) as noted,
            case when tail.number >= coalesce(known.event_count, 0) + :least
              then tail.number - coalesce(known.event_count, 0) else 0 end as fresh
          from (
            select license_id, id, chat_id, created_at
            from thread
            where unindexed and closed_at is null
              and (license_id, created_at, id) > (:license, :created::timestamptz, :thread)
            order by license_id, created_at, id
            limit :threads) t
          left join thread_text known on known.license_id = t.license_id and known.thread_id = t.id
          left join lateral (
            select e.number from event e
            where e.license_id = t.license_id and e.thread_id = t.id
            order by e.number desc
            limit 1) tail on true) t),
      taken_in as (
        insert into thread_text as x (
          license_id, thread_id, chat_id, created_at, event_count, terms, partial)
        select t.license_id, t.id, t.chat_id, t.created_at, t.number, null, found.terms
        from sized t
        cross join lateral %s found
        where t.fresh > 0 and t.fresh_before < :events
        on conflict (license_id, thread_id) do update set
          event_count = excluded.event_count,
          partial = (
            select array_agg(distinct term) from unnest(x.partial || excluded.partial) as term))
      select license_id, created_at::text as created_at, id, threads
      from sized
      where fresh_before < :events
      order by license_id, sized.created_at, id
      """
          .formatted(Terms.ofEvents("t.noted"));

  private record Passed(long licenseId, String createdAt, String threadId, int threads) {}

  private long licenseId = Long.MIN_VALUE;
  private String createdAt = "-infinity";
  private String threadId = "";

  /// Goes on with the next threads.
  ///
  /// @param least how many events there must be of a thread of which nothing is noted
  /// @param events about how many to note
  /// @return whether there are more threads
  boolean note(Handle handle, int least, int events) {
    List<Passed> passed =
        handle
            .createQuery(NOTE)
            .bind("threads", THREADS_AT_ONCE)
            .bind("license", licenseId)
            .bind("created", createdAt)
            .bind("thread", threadId)
            .bind("least", least)
            .bind("events", events)
            .map(
                (row, _) ->
                    new Passed(
                        row.getLong("license_id"),
                        row.getString("created_at"),
                        row.getString("id"),
                        row.getInt("threads")))
            .list();
    if (passed.isEmpty()) {
      return false;
    }
    Passed last = passed.getLast();
    licenseId = last.licenseId();
    createdAt = last.createdAt();
    threadId = last.threadId();
    return passed.size() < last.threads() || last.threads() == THREADS_AT_ONCE;
  }
}
