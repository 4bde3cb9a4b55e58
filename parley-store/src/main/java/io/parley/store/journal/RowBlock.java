package io.parley.store.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows for one execution of a [RowStatement].
final class RowBlock {

  private final @Nullable RowStatement statement;
  private final List<RowStatement.Column> columns;
  private final List<List<@Nullable Object>> values = new ArrayList<>();

  RowBlock(RowStatement statement) {
    this(statement, statement.columns());
  }

  /// Rows that are part of another statement.
  RowBlock(List<RowStatement.Column> columns) {
    this(null, columns);
  }

  private RowBlock(@Nullable RowStatement statement, List<RowStatement.Column> columns) {
    this.statement = statement;
    this.columns = columns;
    columns.forEach(_ -> values.add(new ArrayList<>()));
  }

  /// Adds a row, its values in the order of the columns.
  void add(@Nullable Object... row) {
    if (row.length != values.size()) {
      throw new IllegalArgumentException(row.length + " values for " + values.size() + " columns");
    }
    for (int i = 0; i < row.length; i++) {
      values.get(i).add(row[i]);
    }
  }

  boolean isEmpty() {
    return values.getFirst().isEmpty();
  }

  /// Writes the rows, if there are any.
  void writeTo(Statements statements) throws SQLException {
    if (statement != null && !isEmpty()) {
      PreparedStatement prepared = statements.prepared(statement.sql());
      bind(prepared, 1);
      prepared.executeUpdate();
    }
  }

  /// Sets the arrays as parameters from `first` on.
  void bind(PreparedStatement prepared, int first) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      RowStatement.Kind kind = columns.get(i).kind();
      prepared.setArray(
          first + i,
          prepared.getConnection().createArrayOf(kind.arrayType(), array(kind, values.get(i))));
    }
  }

  private static @Nullable Object[] array(RowStatement.Kind kind, List<@Nullable Object> column) {
    return switch (kind) {
      case LONG, TIME -> column.toArray(new Long[0]);
      case INT -> column.toArray(new Integer[0]);
      case FLAG -> column.toArray(new Boolean[0]);
      case TEXT, JSON, INTS, TEXTS -> column.toArray(new String[0]);
    };
  }
}
