package io.parley.bench.plot;

import java.util.Locale;

/// An SVG that is being drawn.
final class Drawing {
  /// Text and lines: as dark on white as it is light on black.
  static final String GREY = "#768390";

  private static final String FONT =
      "system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif";

  /// Which point of a text lies at its place.
  enum Anchor {
    /// Its beginning.
    START,
    /// Its middle.
    MIDDLE,
    /// Its end.
    END
  }

  private final StringBuilder svg = new StringBuilder(8_192);

  Drawing(int width, int height, String title) {
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" font-family=\"%s\">%n"
            .formatted(width, height, width, height, FONT));
    svg.append("<title>").append(escaped(title)).append("</title>\n");
  }

  /// A line of text.
  void text(double x, double y, Anchor anchor, int size, boolean isBold, String text) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"%s\" text-anchor=\"%s\"%s>%s</text>%n",
        x,
        y,
        size,
        GREY,
        anchor.name().toLowerCase(Locale.ROOT),
        isBold ? " font-weight=\"600\"" : "",
        escaped(text));
  }

  /// A line of the grid.
  void gridLine(double x1, double y1, double x2, double y2) {
    line(x1, y1, x2, y2, GREY, 1, 0.3);
  }

  /// A line.
  void line(
      double x1, double y1, double x2, double y2, String color, double width, double opacity) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-opacity=\"%.2f\"/>%n",
        x1, y1, x2, y2, color, width, opacity);
  }

  /// A filled rectangle; pointing at it shows a text.
  void bar(double x, double y, double width, double height, String color, String hint) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\" fill=\"%s\"><title>%s</title></rect>%n",
        x, y, width, height, color, escaped(hint));
  }

  /// A filled circle; pointing at it shows a text.
  void dot(double x, double y, double radius, String color, double opacity, String hint) {
    add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" fill-opacity=\"%.2f\"><title>%s</title></circle>%n",
        x, y, radius, color, opacity, escaped(hint));
  }

  /// The whole SVG.
  String end() {
    return svg + "</svg>\n";
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
