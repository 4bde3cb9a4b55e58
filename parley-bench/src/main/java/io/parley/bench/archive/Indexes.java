package io.parley.bench.archive;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Indexes of a database that are put aside while many rows are written, and made anew from the
/// rows afterwards, which takes a fraction of the time.
final class Indexes {
  private static final String MEMORY = "set maintenance_work_mem = '1GB'";

  private final List<String> definitions;

  private Indexes(List<String> definitions) {
    this.definitions = definitions;
  }

  /// Drops the indexes of some tables that are no constraints.
  static Indexes dropped(Statement statement, String tables) throws SQLException {
    var definitions = new ArrayList<String>();
    var names = new ArrayList<String>();
    try (var row =
        statement.executeQuery(
            """
            select i.indexname, i.indexdef from pg_indexes i
            where i.schemaname = current_schema()
              and i.tablename = any(string_to_array('%s', ','))
              and not exists (select from pg_constraint c where c.conname = i.indexname)
            """
                .formatted(tables))) {
      while (row.next()) {
        names.add(row.getString(1));
        definitions.add(row.getString(2));
      }
    }
    for (var name : names) {
      statement.execute("drop index " + name);
    }
    return new Indexes(definitions);
  }

  /// Has the inverted indexes of a table take in no rows from now on. They stay there by their
  /// names, for the server sees to them.
  static Indexes emptied(Statement statement, String table) throws SQLException {
    var definitions = new ArrayList<String>();
    var names = new ArrayList<String>();
    try (var row =
        statement.executeQuery(
            """
            select indexname, indexdef from pg_indexes
            where schemaname = current_schema() and tablename = '%s' and indexdef like '%% gin %%'
              and indexdef not like '%% WHERE %%'
            """
                .formatted(table))) {
      while (row.next()) {
        names.add(row.getString(1));
        definitions.add(row.getString(2));
      }
    }
    for (var i = 0; i < names.size(); i++) {
      statement.execute("drop index " + names.get(i));
      statement.execute(definitions.get(i) + " where false");
    }
    return new Indexes(definitions);
  }

  /// Makes them as they were.
  void make(Statement statement) throws SQLException {
    statement.execute(MEMORY);
    for (var definition : definitions) {
      statement.execute(definition);
    }
  }

  /// Makes them as they were in the place of the empty ones.
  void makeAgain(Statement statement) throws SQLException {
    for (var definition : definitions) {
      var name = definition.split(" ", -1)[2];
      statement.execute("drop index " + name);
    }
    make(statement);
  }
}
