package io.parley.store.journal;

import java.util.List;
import java.util.stream.Collectors;

/// A statement that takes any number of rows at once, one array per column.
///
/// In its text `{rows}` stands for these rows, under the alias `r`, with columns of the declared
/// kinds.
record RowStatement(String sql, List<Column> columns) {

  /// A column of the rows.
  record Column(String name, Kind kind) {}

  /// How a column travels, and what it is in the statement.
  enum Kind {
    /// A whole number of 64 bits.
    LONG("int8", "%s"),
    /// A whole number of 32 bits.
    INT("int4", "%s"),
    /// True or false.
    FLAG("bool", "%s"),
    /// A text.
    TEXT("text", "%s"),
    /// A JSON value, as its text.
    JSON("text", "%s::jsonb"),
    /// A time, as its microseconds.
    TIME("int8", "timestamptz 'epoch' + %s * interval '1 microsecond'"),
    /// A list of whole numbers, as the text of an array.
    INTS("text", "%s::int4[]"),
    /// A list of texts, as the text of an array.
    TEXTS("text", "%s::text[]");

    private final String arrayType;
    private final String conversion;

    Kind(String arrayType, String conversion) {
      this.arrayType = arrayType;
      this.conversion = conversion;
    }

    /// The type of the elements of the array that the column travels in.
    String arrayType() {
      return arrayType;
    }

    private String converted(String name) {
      return conversion.formatted(name) + " as " + name;
    }
  }

  static RowStatement of(String sql, Column... columns) {
    var all = List.of(columns);
    return new RowStatement(sql.replace("{rows}", rows(all)), all);
  }

  /// Rows of these columns as a part of a statement that takes other rows, too; their arrays are
  /// bound where they stand.
  static String rows(List<Column> all) {
    return "(select %s from unnest(%s) as raw(%s)) as r"
        .formatted(
            all.stream()
                .map(column -> column.kind().converted(column.name()))
                .collect(Collectors.joining(", ")),
            all.stream()
                .map(column -> "?::" + column.kind().arrayType() + "[]")
                .collect(Collectors.joining(", ")),
            all.stream().map(Column::name).collect(Collectors.joining(", ")));
  }

  static Column column(String name, Kind kind) {
    return new Column(name, kind);
  }
}
