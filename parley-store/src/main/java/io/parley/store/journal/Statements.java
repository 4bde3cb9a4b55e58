package io.parley.store.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// The statements of one connection, each prepared once.
final class Statements {

  private final Connection connection;
  private final Map<String, PreparedStatement> bySql = new HashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement prepared = bySql.get(sql);
    if (prepared == null) {
      prepared = connection.prepareStatement(sql);
      bySql.put(sql, prepared);
    }
    return prepared;
  }
}
