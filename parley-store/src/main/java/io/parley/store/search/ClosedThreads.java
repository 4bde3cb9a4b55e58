package io.parley.store.search;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Takes closed threads into the index: what the worker does most.
final class ClosedThreads {

  private static final int THREADS_AT_ONCE = 1_000;

  /// A thread that is taken in.
  private record Taken(long licenseId, String threadId, int events) {}

  /// Of the closed threads the first, as many as have about so many events.
  private static final String PUT_TERMS =
      """
      with sized as materialized (
        select t.*, coalesce(tail.number, 0) as events,
          coalesce(sum(tail.number) over (
            order by t.license_id, t.id rows between unbounded preceding and 1 preceding), 0)
            as events_before
        from (
          select license_id, id, chat_id, created_at, tags, group_ids, user_keys
          from thread
          where unindexed and closed_at is not null
          order by license_id, id
          limit :threads) t
        left join lateral (
          select e.number from event e
          where e.license_id = t.license_id and e.thread_id = t.id
          order by e.number desc
          limit 1) tail on true)
      insert into thread_text as x (
        license_id, thread_id, chat_id, created_at, event_count, terms, partial)
      select
        t.license_id, t.id, t.chat_id, t.created_at, t.events, coalesce(found.terms, '{}'), null
      from sized t
      cross join lateral %s found
      where t.events_before < :events
      on conflict (license_id, thread_id) do update set
        event_count = excluded.event_count, terms = excluded.terms, partial = null
      returning x.license_id, x.thread_id, x.event_count
      """
          .formatted(Terms.ofThread());

  private static final String PUT_ACTIVITY =
      """
      insert into customer_activity as known (
        license_id, customer_id, agent_last_event_at, customer_last_event_at)
      select t.license_id, substr(m.user_key, 3), max(by_agent.at), max(by_customer.at)
      from unnest(:licenses::int8[], :threads::text[]) as done(license_id, id)
      join thread t on t.license_id = done.license_id and t.id = done.id
      join chat_user m
        on m.license_id = t.license_id and m.chat_id = t.chat_id and m.user_key like 'c:%'
      """
          + LastEvents.JOINED
          + """
          group by t.license_id, m.user_key
          having coalesce(max(by_agent.at), max(by_customer.at)) is not null
          on conflict (license_id, customer_id) do update set
            agent_last_event_at =
              greatest(known.agent_last_event_at, excluded.agent_last_event_at),
            customer_last_event_at =
              greatest(known.customer_last_event_at, excluded.customer_last_event_at)
          """;

  private static final String SET_INDEXED =
      """
      with held as (
        select t.license_id, t.id
        from unnest(:licenses::int8[], :threads::text[]) as done(license_id, id)
        join thread t on t.license_id = done.license_id and t.id = done.id
        where t.unindexed
        for no key update of t skip locked)
      update thread t set unindexed = false
      from held
      where t.license_id = held.license_id and t.id = held.id
      """;

  private ClosedThreads() {}

  /// Takes some threads in. The index takes their terms in together, which costs a third of taking
  /// them in one by one.
  ///
  /// @param events about how many events they may have together
  /// @return whether there may be more of them
  static boolean index(Handle handle, int events) {
    List<Taken> done =
        handle
            .createQuery(PUT_TERMS)
            .bind("threads", THREADS_AT_ONCE)
            .bind("events", events)
            .map(
                (row, _) ->
                    new Taken(
                        row.getLong("license_id"),
                        row.getString("thread_id"),
                        row.getInt("event_count")))
            .list();
    if (!done.isEmpty()) {
      handle
          .createQuery("select gin_clean_pending_list('thread_text_terms')")
          .mapTo(Long.class)
          .one();
      update(handle, PUT_ACTIVITY, done);
      update(handle, SET_INDEXED, done);
    }
    return done.size() == THREADS_AT_ONCE || done.stream().mapToLong(Taken::events).sum() >= events;
  }

  private static void update(Handle handle, String sql, List<Taken> threads) {
    handle
        .createUpdate(sql)
        .bindArray("licenses", Long.class, threads.stream().map(Taken::licenseId).toList())
        .bindArray("threads", String.class, threads.stream().map(Taken::threadId).toList())
        .execute();
  }
}
