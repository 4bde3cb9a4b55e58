package io.parley.bench.plot;

import io.parley.bench.plot.Drawing.Anchor;
import java.util.List;

/// Bars that stand beside one another in groups, from nothing upwards.
///
/// @param title what is shown, with its unit
/// @param groups the names of the groups
/// @param series what stands in each group
record BarChart(String title, List<String> groups, List<Series> series) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 340;
  private static final int LEFT = 64;
  private static final int RIGHT = 16;
  private static final int TOP = 66;
  private static final int BOTTOM = 34;
  private static final double FILLED = 0.78;
  private static final double WIDEST = 64;

  /// The bars of one color, one for each group; what is not a number has none.
  record Series(String name, String color, List<Double> values) {}

  /// The chart as SVG.
  String svg() {
    var drawing = new Drawing(WIDTH, HEIGHT, title);
    drawing.text(8, 22, Anchor.START, 15, true, title);
    Legend.draw(
        drawing, 8, 46, series.stream().map(one -> new Legend.Entry(one.name, one.color)).toList());
    var scale = Scale.Linear.upTo(largest());
    for (var tick : scale.ticks()) {
      var y = y(scale, tick);
      drawing.gridLine(LEFT, y, WIDTH - RIGHT, y);
      drawing.text(LEFT - 8, y + 4, Anchor.END, 11, false, Scale.text(tick));
    }
    for (var group = 0; group < groups.size(); group++) {
      drawGroup(drawing, scale, group);
    }
    return drawing.end();
  }

  private void drawGroup(Drawing drawing, Scale scale, int group) {
    var room = (double) (WIDTH - LEFT - RIGHT) / groups.size();
    var width = Math.min(WIDEST, room * FILLED / series.size());
    var x = LEFT + room * group + (room - width * series.size()) / 2;
    for (var one : series) {
      var value = one.values.get(group);
      if (!Double.isNaN(value)) {
        var y = y(scale, value);
        var label = Scale.text(value);
        drawing.bar(
            x + 1,
            y,
            width - 2,
            HEIGHT - BOTTOM - y,
            one.color,
            "%s, %s: %s".formatted(one.name, groups.get(group), label));
        drawing.text(x + width / 2, y - 5, Anchor.MIDDLE, 10, false, label);
      }
      x += width;
    }
    drawing.text(
        LEFT + room * (group + 0.5),
        HEIGHT - BOTTOM + 18,
        Anchor.MIDDLE,
        12,
        false,
        groups.get(group));
  }

  private double largest() {
    return series.stream()
        .flatMap(one -> one.values.stream())
        .filter(value -> !Double.isNaN(value))
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(1);
  }

  private static double y(Scale scale, double value) {
    return HEIGHT - BOTTOM - scale.place(value) * (HEIGHT - BOTTOM - TOP);
  }
}
