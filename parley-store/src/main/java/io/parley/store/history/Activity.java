package io.parley.store.history;

import io.parley.core.customer.Customer;
import io.parley.core.query.Answer.CustomerActivity;
import io.parley.core.user.CustomerId;
import io.parley.store.codec.UserKey;
import io.parley.store.search.LastEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When somebody last wrote in the chats of customers: what is kept of their closed threads, and
/// the ends of the threads of which nothing is kept yet.
final class Activity {

  private static final String ENDS_OF_THREADS =
      """
      select substr(m.user_key, 3) as customer_id,
        max(by_agent.at) as agent_last_event_at, max(by_customer.at) as customer_last_event_at
      from {members}
      """
          + LastEvents.JOINED
          + " group by m.user_key";

  private static final String BOTH =
      """
      (select customer_id,
         max(agent_last_event_at) as agent_last_event_at,
         max(customer_last_event_at) as customer_last_event_at
       from (
         select customer_id, agent_last_event_at, customer_last_event_at
         from customer_activity
         where license_id = :license and {kept}
         union all
         {ends}) as each_of_them
       group by customer_id)\
      """;

  /// All customers of the license, as a subquery.
  static final String OF_ALL =
      BOTH.replace("{kept}", "true")
          .replace(
              "{ends}",
              ENDS_OF_THREADS.replace(
                  "{members}",
                  """
                  (select t.* from thread t
                   where t.license_id = :license and t.unindexed offset 0) t
                  join chat_user m
                    on m.license_id = t.license_id and m.chat_id = t.chat_id
                    and m.user_key like 'c:%'
                  """));

  /// Those that are named, as a subquery.
  private static final String OF_SOME =
      BOTH.replace("{kept}", "customer_id = any (:customers::text[])")
          .replace(
              "{ends}",
              ENDS_OF_THREADS.replace(
                  "{members}",
                  """
                  (select m.* from chat_user m
                   where m.license_id = :license and m.user_key = any (:userKeys::text[])
                   offset 0) m
                  join thread t
                    on t.license_id = m.license_id and t.chat_id = m.chat_id and t.unindexed
                  """));

  private record Times(@Nullable Instant byAgent, @Nullable Instant byCustomer) {
    static Times read(ResultSet row) throws SQLException {
      return new Times(instant(row, "agent_last_event_at"), instant(row, "customer_last_event_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
      @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
      return time == null ? null : time.toInstant();
    }
  }

  private Activity() {}

  /// The same customers, in their order.
  static List<CustomerActivity> of(Reading reading, List<Customer> customers) {
    var times = new HashMap<CustomerId, Times>();
    List<CustomerId> ids = customers.stream().map(Customer::id).toList();
    reading
        .query("select * from " + OF_SOME + " as activity")
        .bindArray("customers", String.class, ids.stream().map(CustomerId::value).toList())
        .bindArray("userKeys", String.class, ids.stream().map(UserKey::encode).toList())
        .map((row, _) -> times.put(new CustomerId(row.getString("customer_id")), Times.read(row)))
        .list();
    var none = new Times(null, null);
    return customers.stream()
        .map(
            customer -> {
              Times found = times.getOrDefault(customer.id(), none);
              return new CustomerActivity(customer, found.byAgent(), found.byCustomer());
            })
        .toList();
  }
}
