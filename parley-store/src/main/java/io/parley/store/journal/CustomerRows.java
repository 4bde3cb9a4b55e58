package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerChange;
import io.parley.core.customer.CustomerConnected;
import io.parley.core.customer.CustomerDisconnected;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.license.LicenseId;
import io.parley.core.user.CustomerId;
import io.parley.store.codec.CustomerCodec;
import io.parley.store.codec.StorableText;
import io.parley.store.journal.RowStatement.Kind;
import io.parley.store.row.Micros;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The customers of a group, each as the last change left them.
final class CustomerRows {

  private static final RowStatement PUT =
      RowStatement.of(
          """
          insert into customer (
            license_id, id, created_at, banned_until, chats, threads, visits, name, email, avatar,
            fields, last_visit)
          select * from {rows}
          on conflict (license_id, id) do update set
            banned_until = excluded.banned_until,
            chats = excluded.chats,
            threads = excluded.threads,
            visits = excluded.visits,
            name = excluded.name,
            email = excluded.email,
            avatar = excluded.avatar,
            fields = excluded.fields,
            last_visit = excluded.last_visit
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT),
          column("created_at", Kind.TIME),
          column("banned_until", Kind.TIME),
          column("chats", Kind.INT),
          column("threads", Kind.INT),
          column("visits", Kind.INT),
          column("name", Kind.TEXT),
          column("email", Kind.TEXT),
          column("avatar", Kind.TEXT),
          column("fields", Kind.JSON),
          column("last_visit", Kind.JSON));

  private record CustomerKey(LicenseId licenseId, CustomerId customerId) {}

  private final Map<CustomerKey, Customer> customers = new LinkedHashMap<>();

  boolean isEmpty() {
    return customers.isEmpty();
  }

  void add(LicenseId licenseId, CustomerChange change) {
    switch (change) {
      case CustomerRegistered(Customer customer) -> add(licenseId, customer);
      case CustomerUpdated(Customer customer, _) -> add(licenseId, customer);
      case CustomerConnected _, CustomerDisconnected _ -> {}
    }
  }

  void add(LicenseId licenseId, Customer customer) {
    customers.put(new CustomerKey(licenseId, customer.id()), customer);
  }

  void writeTo(Statements statements) throws SQLException {
    var rows = new RowBlock(PUT);
    customers.forEach((key, customer) -> add(rows, key, customer));
    rows.writeTo(statements);
  }

  private static void add(RowBlock rows, CustomerKey key, Customer customer) {
    Instant bannedUntil = customer.bannedUntil();
    Customer.LastVisit lastVisit = customer.lastVisit();
    rows.add(
        key.licenseId().value(),
        StorableText.of(customer.id().value()),
        Micros.of(customer.createdAt()),
        bannedUntil == null ? null : Micros.of(bannedUntil),
        customer.statistics().chats(),
        customer.statistics().threads(),
        customer.statistics().visits(),
        storable(customer.name()),
        storable(customer.email()),
        storable(customer.avatar()),
        CustomerCodec.encodeFields(customer.fields()),
        lastVisit == null ? null : CustomerCodec.encode(lastVisit));
  }

  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : StorableText.of(text);
  }
}
