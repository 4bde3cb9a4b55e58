package io.parley.bench.plot;

import io.parley.bench.plot.Drawing.Anchor;
import java.util.List;

/// Values over time, from nothing upwards.
///
/// @param title what is shown, with its unit
/// @param timeTitle the unit of time
/// @param lines what is shown
record LineChart(String title, String timeTitle, List<Line> lines) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 320;
  private static final int LEFT = 64;
  private static final int RIGHT = 24;
  private static final int TOP = 66;
  private static final int BOTTOM = 46;

  /// One line.
  record Line(String name, String color, List<Point> points) {}

  /// A value at a time.
  record Point(double time, double value) {}

  /// The chart as SVG.
  String svg() {
    var drawing = new Drawing(WIDTH, HEIGHT, title);
    drawing.text(8, 22, Anchor.START, 15, true, title);
    Legend.draw(
        drawing,
        8,
        46,
        lines.stream().map(line -> new Legend.Entry(line.name, line.color)).toList());
    var points = lines.stream().flatMap(line -> line.points.stream()).toList();
    var values = Scale.Linear.upTo(points.stream().mapToDouble(Point::value).max().orElse(1));
    var times = Scale.Linear.upTo(points.stream().mapToDouble(Point::time).max().orElse(1));
    for (var tick : values.ticks()) {
      var y = y(values, tick);
      drawing.gridLine(LEFT, y, WIDTH - RIGHT, y);
      drawing.text(LEFT - 8, y + 4, Anchor.END, 11, false, Scale.text(tick));
    }
    for (var tick : times.ticks()) {
      drawing.text(
          x(times, tick), HEIGHT - BOTTOM + 16, Anchor.MIDDLE, 11, false, Scale.text(tick));
    }
    drawing.text(WIDTH - RIGHT, HEIGHT - 10, Anchor.END, 11, false, timeTitle);
    for (var line : lines) {
      for (var i = 0; i < line.points.size(); i++) {
        var point = line.points.get(i);
        var x = x(times, point.time);
        var y = y(values, point.value);
        if (i > 0) {
          var before = line.points.get(i - 1);
          drawing.line(x(times, before.time), y(values, before.value), x, y, line.color, 2, 0.9);
        }
        drawing.dot(x, y, 3.2, line.color, 1, line.name + ": " + Scale.text(point.value));
      }
    }
    return drawing.end();
  }

  private static double x(Scale scale, double time) {
    return LEFT + scale.place(time) * (WIDTH - LEFT - RIGHT);
  }

  private static double y(Scale scale, double value) {
    return HEIGHT - BOTTOM - scale.place(value) * (HEIGHT - BOTTOM - TOP);
  }
}
