package io.parley.bench.plot;

import com.fasterxml.jackson.databind.JsonNode;

/// How a value of a report is written on a page.
enum Unit {
  TEXT("", 1),
  /// Something counted, or so many a second; the last digits of a large one say nothing.
  COUNT("%,.0f", 1),
  /// Microseconds, written as milliseconds.
  MILLIS("", 1e3),
  /// Seconds of processor time for each thousand of something.
  CPU_SECONDS("%.3f", 1),
  /// Bytes, written as mebibytes.
  MIB("%,.0f", 1 << 20),
  /// Bytes, written as mebibytes with a tenth.
  DECIMAL_MIB("%,.1f", 1 << 20),
  DECIMAL("%.1f", 1),
  RATIO("%.2f", 1),
  PERCENT("%.1f %%", 0.01);

  private final String format;
  private final double divisor;

  Unit(String format, double divisor) {
    this.format = format;
    this.divisor = divisor;
  }

  /// What stands on the page; nothing for a value that is not there.
  String of(JsonNode value) {
    if (value.isMissingNode()) {
      return "";
    }
    var figure = value.doubleValue() / divisor;
    return switch (this) {
      case TEXT -> value.asText();
      case COUNT -> format.formatted(figure < 10_000 ? figure : Math.round(figure / 100) * 100.0);
      case MILLIS -> (figure < 1 ? "%.2f" : figure < 10 ? "%.1f" : "%,.0f").formatted(figure);
      default -> format.formatted(figure);
    };
  }
}
