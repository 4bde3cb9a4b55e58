package io.parley.store.search;

/// When somebody last wrote in a thread, system messages left out.
public final class LastEvents {

  /// Joins a thread `t` and its customer `m` with `by_agent.at` and `by_customer.at`, read from the
  /// end of the thread.
  public static final String JOINED =
      """
      left join lateral (
        select e.created_at as at from event e
        where e.license_id = t.license_id and e.thread_id = t.id
          and e.author like 'a:%' and e.type <> 'system_message'
        order by e.number desc
        limit 1) by_agent on true
      left join lateral (
        select e.created_at as at from event e
        where e.license_id = t.license_id and e.thread_id = t.id
          and e.author = m.user_key and e.type <> 'system_message'
        order by e.number desc
        limit 1) by_customer on true
      """;

  private LastEvents() {}
}
