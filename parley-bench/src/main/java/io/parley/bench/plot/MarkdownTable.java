package io.parley.bench.plot;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/// A table of figures, as Markdown.
///
/// @param columns from left to right
record MarkdownTable(List<Column> columns) {
  /// A column.
  ///
  /// @param at where its figure stands in a row of the report
  record Column(String heading, JsonPointer at, Unit unit) {
    private String rule() {
      return unit == Unit.TEXT ? "---" : "---:";
    }

    private String cell(JsonNode row) {
      return unit.of(row.at(at));
    }
  }

  static MarkdownTable of(Column... columns) {
    return new MarkdownTable(List.of(columns));
  }

  static Column column(String heading, String at, Unit unit) {
    return new Column(heading, JsonPointer.compile(at), unit);
  }

  /// The table with these rows of a report.
  String with(Iterable<JsonNode> rows) {
    var table = new StringBuilder();
    table.append(line(columns.stream().map(Column::heading).toList()));
    table.append(line(columns.stream().map(Column::rule).toList()));
    for (var row : rows) {
      table.append(line(columns.stream().map(column -> column.cell(row)).toList()));
    }
    return table.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
