package io.parley.store.history;

import io.parley.core.Rejection;
import io.parley.core.customer.Customer;
import io.parley.core.query.Answer;
import io.parley.core.query.Query;
import io.parley.core.user.Caller;
import io.parley.store.codec.StorableText;
import io.parley.store.row.CustomerRow;
import io.parley.store.row.Micros;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The customers that a viewer may see, sorted by their creation; and one of them.
final class CustomerList implements Paging.Entries<Customer> {

  /// A customer as found, and whether the viewer may see it.
  private record Found(Customer customer, boolean visible) {}

  private final Reading reading;
  private final CustomerConditions conditions;
  private final Paging paging;

  private CustomerList(Reading reading, CustomerConditions conditions, Paging paging) {
    this.reading = reading;
    this.conditions = conditions;
    this.paging = paging;
  }

  static Answer answer(Reading reading, Query.Customers query) {
    var list =
        "customers %s %s %s".formatted(reading.viewer().name(), query.order(), query.conditions());
    Optional<Paging> paging = Paging.of(list, query.order(), query.page());
    return paging.isEmpty()
        ? new Answer.Refused(new Rejection.InvalidField("page_id", "is no page of this list"))
        : new CustomerList(reading, new CustomerConditions(query.conditions()), paging.get())
            .answer();
  }

  static Answer answer(Reading reading, Query.OneCustomer query) {
    if (query.caller() instanceof Caller.ByCustomer caller
        && !caller.id().equals(query.customerId())) {
      return new Answer.Refused(new Rejection.Forbidden("Customers may ask for themselves only"));
    }
    Optional<Found> found =
        reading
            .query(
                """
                select %s as visible, %s
                from customer cu
                where cu.license_id = :license and cu.id = :customer
                """
                    .formatted(reading.viewer().customers(), CustomerRow.COLUMNS))
            .bind("customer", StorableText.of(query.customerId().value()))
            .map((row, _) -> new Found(CustomerRow.read(row), row.getBoolean("visible")))
            .findFirst();
    if (found.isEmpty()) {
      return new Answer.Refused(new Rejection.CustomerNotFound("customer_id", query.customerId()));
    }
    return found.get().visible()
        ? new Answer.OneCustomer(Activity.of(reading, List.of(found.get().customer())).getFirst())
        : new Answer.Refused(
            new Rejection.Forbidden("No access to customer " + query.customerId()));
  }

  private Answer answer() {
    Paging.Slice<Customer> page = paging.slice(rows(), this);
    return new Answer.Customers(
        Activity.of(reading, page.entries()), total(), page.next(), page.previous());
  }

  private long total() {
    return conditions
        .bind(reading.query("select count(*) " + fromVisible()))
        .mapTo(Long.class)
        .one();
  }

  private List<Customer> rows() {
    var sql =
        """
        select %s %s and %s
        order by cu.created_at %4$s, cu.id %4$s
        limit :limit offset :offset
        """
            .formatted(CustomerRow.COLUMNS, fromVisible(), beside(paging.at()), paging.direction());
    var query =
        conditions
            .bind(reading.query(sql))
            .bind("limit", paging.rowsToRead())
            .bind("offset", paging.offset());
    return Paging.bindSide(query, paging.at()).map((row, _) -> CustomerRow.read(row)).list();
  }

  private String fromVisible() {
    return "from customer cu "
        + (conditions.areOnActivity()
            ? "left join " + Activity.OF_ALL + " as activity on activity.customer_id = cu.id "
            : "")
        + "where cu.license_id = :license and "
        + reading.viewer().customers()
        + " and "
        + conditions.sql();
  }

  private String beside(@Nullable PageId side) {
    return paging.beside(side, "cu.created_at", "cu.id");
  }

  @Override
  public PageId beside(Customer customer, boolean before) {
    return new PageId(before, Micros.of(customer.createdAt()), customer.id().value());
  }

  @Override
  public boolean exists(PageId side) {
    var sql = "select exists (select " + fromVisible() + " and " + beside(side) + ")";
    return Paging.bindSide(conditions.bind(reading.query(sql)), side).mapTo(Boolean.class).one();
  }
}
