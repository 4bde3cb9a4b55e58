package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.access.Access;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerAccessChanged;
import io.parley.core.customer.CustomerBanned;
import io.parley.core.customer.CustomerChange;
import io.parley.core.customer.CustomerConnected;
import io.parley.core.customer.CustomerDisconnected;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.customer.GoalReached;
import io.parley.core.customer.GreetingAwaited;
import io.parley.core.customer.GreetingShown;
import io.parley.core.customer.PageViewed;
import io.parley.core.customer.SideStorageUpdated;
import io.parley.core.customer.VisitEnded;
import io.parley.core.customer.VisitStarted;
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

/// The customers of a group, each as the last change left them. A change of access alone does not
/// know the rest of the customer.
final class CustomerRows {

  /// A customer who is called otherwise than before is noted for the index of texts.
  private static final RowStatement PUT =
      RowStatement.of(
          """
          insert into customer (
            license_id, id, created_at, banned_until, chats, threads, visits, name, email, avatar,
            fields, last_visit, group_ids)
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
            last_visit = excluded.last_visit,
            group_ids = excluded.group_ids,
            renamed = customer.renamed
              or (customer.name, customer.email) is distinct from (excluded.name, excluded.email)
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
          column("last_visit", Kind.JSON),
          column("group_ids", Kind.INTS));

  private static final RowStatement SET_ACCESS =
      RowStatement.of(
          """
          update customer cu set group_ids = r.group_ids
          from {rows}
          where cu.license_id = r.license_id and cu.id = r.id
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT),
          column("group_ids", Kind.INTS));

  private record CustomerKey(LicenseId licenseId, CustomerId customerId) {}

  private final Map<CustomerKey, Customer> customers = new LinkedHashMap<>();
  private final Map<CustomerKey, Access> accesses = new LinkedHashMap<>();

  boolean isEmpty() {
    return customers.isEmpty() && accesses.isEmpty();
  }

  void add(LicenseId licenseId, CustomerChange change) {
    switch (change) {
      case CustomerRegistered(Customer customer) -> add(licenseId, customer);
      case CustomerUpdated(Customer customer, _) -> add(licenseId, customer);
      case CustomerBanned(Customer customer, _) -> add(licenseId, customer);
      case VisitStarted(Customer customer) -> add(licenseId, customer);
      case PageViewed(Customer customer, _) -> add(licenseId, customer);
      case VisitEnded(Customer customer) -> add(licenseId, customer);
      case CustomerAccessChanged changed ->
          setAccess(new CustomerKey(licenseId, changed.customerId()), changed.result());
      case CustomerConnected _,
          CustomerDisconnected _,
          SideStorageUpdated _,
          GoalReached _,
          GreetingAwaited _,
          GreetingShown _ -> {}
    }
  }

  void add(LicenseId licenseId, Customer customer) {
    var key = new CustomerKey(licenseId, customer.id());
    customers.put(key, customer);
    accesses.remove(key);
  }

  private void setAccess(CustomerKey key, Access access) {
    Customer known = customers.get(key);
    if (known == null) {
      accesses.put(key, access);
    } else {
      customers.put(key, known.with(access));
    }
  }

  void writeTo(Statements statements) throws SQLException {
    var rows = new RowBlock(PUT);
    customers.forEach((key, customer) -> add(rows, key, customer));
    rows.writeTo(statements);

    var accessRows = new RowBlock(SET_ACCESS);
    accesses.forEach(
        (key, access) ->
            accessRows.add(
                key.licenseId().value(),
                StorableText.of(key.customerId().value()),
                ArrayText.of(access)));
    accessRows.writeTo(statements);
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
        lastVisit == null ? null : CustomerCodec.encode(lastVisit),
        ArrayText.of(customer.access()));
  }

  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : StorableText.of(text);
  }
}
