package io.parley.store.journal;

import io.parley.store.codec.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A query whose rows are streamed.
final class Query {

  private static final int ROWS_AT_ONCE = 2_000;

  private final Connection connection;
  private final String sql;
  private final List<Object> parameters = new ArrayList<>(2);

  /// What is done with a row.
  interface Rows {
    void take(ResultSet row) throws SQLException;
  }

  /// What a row is.
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Query(Connection connection, String sql) {
    this.connection = connection;
    this.sql = sql;
  }

  static Query on(Connection connection, String sql) {
    return new Query(connection, sql);
  }

  Query with(Object parameter) {
    parameters.add(parameter instanceof String text ? StorableText.of(text) : parameter);
    return this;
  }

  void each(Rows rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.take(row);
        }
      }
    }
  }

  <T> Optional<T> first(Row<T> reader) throws SQLException {
    var found = new ArrayList<T>(1);
    each(row -> found.add(reader.read(row)));
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }
}
