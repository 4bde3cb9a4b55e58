package io.parley.bench.plot;

import io.parley.bench.plot.Drawing.Anchor;
import java.util.List;

/// What the colors of a chart mean.
final class Legend {
  private static final double CHARACTER_WIDTH = 6.6;
  private static final double GAP = 30;

  /// A color and its meaning.
  record Entry(String name, String color) {}

  private Legend() {}

  /// Draws the entries beside one another.
  static void draw(Drawing drawing, double x, double y, List<Entry> entries) {
    var at = x;
    for (var entry : entries) {
      drawing.bar(at, y - 9, 10, 10, entry.color, entry.name);
      drawing.text(at + 15, y, Anchor.START, 12, false, entry.name);
      at += GAP + entry.name.length() * CHARACTER_WIDTH;
    }
  }
}
