package io.parley.store.row;

import io.parley.core.customer.Customer;
import io.parley.core.customer.Customer.Statistics;
import io.parley.core.user.CustomerId;
import io.parley.store.codec.CustomerCodec;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Rows of the table `customer`.
public final class CustomerRow {

  /// What [#read] needs of the table.
  public static final String COLUMNS =
      """
      cu.id, cu.created_at, cu.banned_until, cu.chats, cu.threads, cu.visits, cu.name, cu.email,
      cu.avatar, cu.fields, cu.last_visit, cu.group_ids\
      """;

  private CustomerRow() {}

  /// The customer of the current row.
  public static Customer read(ResultSet row) throws SQLException {
    String lastVisit = row.getString("last_visit");
    return new Customer(
        new CustomerId(row.getString("id")),
        row.getString("name"),
        row.getString("email"),
        row.getString("avatar"),
        CustomerCodec.decodeFields(row.getString("fields")),
        new Statistics(row.getInt("chats"), row.getInt("threads"), row.getInt("visits")),
        lastVisit == null ? null : CustomerCodec.decodeVisit(lastVisit),
        Columns.instant(row, "created_at"),
        Columns.instantOrNull(row, "banned_until"),
        Columns.access(row, "group_ids"));
  }
}
