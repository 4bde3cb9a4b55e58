package io.parley.bench.plot;

import io.parley.bench.plot.Drawing.Anchor;
import java.util.List;

/// Latencies: for each row a line from the median to the last one of a thousand, on a logarithmic
/// axis.
///
/// @param title what is shown, with its unit
/// @param series the colors and what they mean
/// @param rows what was measured
record RangeChart(String title, List<Legend.Entry> series, List<Row> rows) {
  private static final int WIDTH = 760;
  private static final int LETTER = 7;
  private static final int RIGHT = 60;
  private static final int TOP = 70;
  private static final int BOTTOM = 34;
  private static final int ROW_HEIGHT = 19;
  private static final int GROUP_GAP = 9;

  /// One line.
  ///
  /// @param group rows of the same group stand together; only the first bears its name
  /// @param color what it belongs to
  record Row(String group, String color, double p50, double p99, double p999) {}

  /// The chart as SVG.
  String svg() {
    var height = TOP + BOTTOM + rows.size() * ROW_HEIGHT + groups() * GROUP_GAP;
    var drawing = new Drawing(WIDTH, height, title);
    drawing.text(8, 22, Anchor.START, 15, true, title);
    Legend.draw(drawing, 8, 46, series.stream().filter(this::isShown).toList());
    drawing.text(
        WIDTH - 8, 46, Anchor.END, 11, false, "large dot: p50, small dot: p99, end: p99.9");
    var smallest = rows.stream().mapToDouble(Row::p50).min().orElse(1);
    var largest = rows.stream().mapToDouble(Row::p999).max().orElse(10);
    var scale = Scale.Logarithmic.between(smallest, largest);
    for (var tick : scale.ticks()) {
      var x = x(scale, tick);
      drawing.gridLine(x, TOP - 8, x, height - BOTTOM);
      drawing.text(x, height - BOTTOM + 18, Anchor.MIDDLE, 11, false, Scale.text(tick));
    }
    var y = (double) TOP;
    var group = "";
    for (var row : rows) {
      if (!row.group.equals(group)) {
        y += group.isEmpty() ? 0 : GROUP_GAP;
        drawing.text(left() - 12, y + 12, Anchor.END, 12, false, row.group);
        group = row.group;
      }
      draw(drawing, scale, row, y + 8);
      y += ROW_HEIGHT;
    }
    return drawing.end();
  }

  private void draw(Drawing drawing, Scale scale, Row row, double y) {
    var hint =
        "%s: p50 %s, p99 %s, p99.9 %s"
            .formatted(row.group, Scale.text(row.p50), Scale.text(row.p99), Scale.text(row.p999));
    var end = x(scale, row.p999);
    drawing.line(x(scale, row.p50), y, end, y, row.color, 2.5, 0.45);
    drawing.line(end, y - 4, end, y + 4, row.color, 2, 0.7);
    drawing.dot(x(scale, row.p99), y, 3.4, row.color, 0.8, hint);
    drawing.dot(x(scale, row.p50), y, 5.2, row.color, 1, hint);
    drawing.text(
        end + 8, y + 4, Anchor.START, 10, false, Scale.text(row.p50) + " · " + Scale.text(row.p99));
  }

  private int groups() {
    return (int) rows.stream().map(Row::group).distinct().count();
  }

  private boolean isShown(Legend.Entry entry) {
    return rows.stream().anyMatch(row -> row.color.equals(entry.color()));
  }

  /// Where the lines begin: right of the longest name.
  private int left() {
    return 24 + LETTER * rows.stream().mapToInt(row -> row.group.length()).max().orElse(0);
  }

  private double x(Scale scale, double value) {
    return left() + scale.place(value) * (WIDTH - left() - RIGHT);
  }
}
