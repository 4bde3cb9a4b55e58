package io.parley.store.history;

import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.Membership;
import io.parley.core.chat.ThreadId;
import io.parley.core.customer.Customer;
import io.parley.core.event.Event;
import io.parley.core.user.CustomerId;
import io.parley.store.row.ChatRow;
import io.parley.store.row.CustomerRow;
import io.parley.store.row.EventRow;
import io.parley.store.row.MemberRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/// One transaction in which an answer is read, on behalf of a viewer.
///
/// @param longLists what is known of long lists
record Reading(Handle handle, Viewer viewer, LongLists longLists) {

  /// A query with the viewer's parameters set. It need not use them all; `<` is nothing but itself.
  Query query(String sql) {
    Query query = handle.createQuery(sql);
    query
        .getConfig(SqlStatements.class)
        .setUnusedBindingAllowed(true)
        .setTemplateEngine(TemplateEngine.NOP);
    return viewer.bind(query);
  }

  /// The chats of these rows with their users.
  List<Chat> whole(List<ChatRow> rows) {
    var members = new HashMap<ChatId, List<Membership>>();
    query(
            "select "
                + MemberRow.COLUMNS
                + """
                 from chat_user m
                where m.license_id = :license and m.chat_id = any (:chats::text[])
                order by m.position
                """)
        .bindArray("chats", String.class, rows.stream().map(row -> row.id().value()).toList())
        .map((row, _) -> MemberRow.read(row))
        .forEach(
            member ->
                members
                    .computeIfAbsent(member.chatId(), _ -> new ArrayList<>())
                    .add(member.membership()));
    return rows.stream().map(row -> row.with(members.getOrDefault(row.id(), List.of()))).toList();
  }

  /// The events of these threads that the viewer may see, in their order.
  Map<ThreadId, List<Event>> eventsOf(List<ThreadId> threadIds) {
    var events = new HashMap<ThreadId, List<Event>>();
    query(
            """
            select %s from event e
            where e.license_id = :license and e.thread_id = any (:threads::text[]) and %s
            order by e.thread_id, e.number
            """
                .formatted(EventRow.COLUMNS, viewer.events()))
        .bindArray("threads", String.class, threadIds.stream().map(ThreadId::value).toList())
        .map((row, _) -> EventRow.read(row))
        .forEach(
            event ->
                events.computeIfAbsent(event.id().threadId(), _ -> new ArrayList<>()).add(event));
    return events;
  }

  /// Has PostgreSQL go along indexes in the order of the list, whatever it takes the tables for: it
  /// does not know what the terms and properties of a thread cost to read.
  void followIndexes() {
    handle.execute("set local enable_seqscan = off");
    handle.execute("set local enable_hashjoin = off");
    handle.execute("set local enable_mergejoin = off");
    handle.execute("set local enable_sort = off");
  }

  /// Has PostgreSQL sort a list as long as archives get without the disk.
  void sortInMemory() {
    handle.execute("set local work_mem = '16MB'");
  }

  /// The customers who are or were in these chats.
  Map<CustomerId, Customer> customersOf(Collection<Chat> chats) {
    var ids = new HashSet<String>();
    for (Chat chat : chats) {
      for (Membership member : chat.members()) {
        if (member.userId() instanceof CustomerId customerId) {
          ids.add(customerId.value());
        }
      }
    }
    var customers = new HashMap<CustomerId, Customer>();
    query(
            "select "
                + CustomerRow.COLUMNS
                + " from customer cu"
                + " where cu.license_id = :license and cu.id = any (:customers::text[])")
        .bindArray("customers", String.class, ids)
        .map((row, _) -> CustomerRow.read(row))
        .forEach(customer -> customers.put(customer.id(), customer));
    return Map.copyOf(customers);
  }
}
