package io.parley.store.search;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Takes closed threads into the index: what the worker does most.
final class ClosedThreads {

  /// A thread by its key.
  record Key(long licenseId, String threadId) {}

  private static final String PUT_TERMS =
      """
      with picked as materialized (
        select t.license_id, t.id, t.chat_id, t.created_at, t.tags, t.group_ids, t.user_keys
        from thread t
        where t.unindexed and t.closed_at is not null
        order by t.license_id, t.id
        limit :limit)
      insert into thread_text as x (
        license_id, thread_id, chat_id, created_at, event_count, terms, partial)
      select
        t.license_id, t.id, t.chat_id, t.created_at, coalesce(tail.number, 0),
        coalesce(found.terms, '{}'), null
      from picked t
      left join lateral (
        select e.number from event e
        where e.license_id = t.license_id and e.thread_id = t.id
        order by e.number desc
        limit 1) tail on true
      cross join lateral %s found
      on conflict (license_id, thread_id) do update set
        event_count = excluded.event_count, terms = excluded.terms, partial = null
      returning x.license_id, x.thread_id
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
  /// @return how many
  static int index(Handle handle, int limit) {
    List<Key> done =
        handle
            .createQuery(PUT_TERMS)
            .bind("limit", limit)
            .map((row, _) -> new Key(row.getLong("license_id"), row.getString("thread_id")))
            .list();
    if (!done.isEmpty()) {
      handle
          .createQuery("select gin_clean_pending_list('thread_text_terms')")
          .mapTo(Long.class)
          .one();
      update(handle, PUT_ACTIVITY, done);
      update(handle, SET_INDEXED, done);
    }
    return done.size();
  }

  private static void update(Handle handle, String sql, List<Key> threads) {
    handle
        .createUpdate(sql)
        .bindArray("licenses", Long.class, threads.stream().map(Key::licenseId).toList())
        .bindArray("threads", String.class, threads.stream().map(Key::threadId).toList())
        .execute();
  }
}
