package io.parley.store.history;

import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.Membership;
import io.parley.core.customer.Customer;
import io.parley.core.user.CustomerId;
import io.parley.store.row.ChatRow;
import io.parley.store.row.CustomerRow;
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
record Reading(Handle handle, Viewer viewer) {

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
