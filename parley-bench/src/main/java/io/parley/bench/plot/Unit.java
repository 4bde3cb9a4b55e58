package io.parley.bench.plot;

import com.fasterxml.jackson.databind.JsonNode;

/// How a figure of a report is written on a page.
enum Unit {
  TEXT {
    @Override
    String written(double figure) {
      throw new IllegalStateException("a text is no figure");
    }
  },
  /// Something counted, or so many a second; the last digits of a large one say nothing.
  COUNT {
    @Override
    String written(double figure) {
      return "%,.0f".formatted(figure >= 10_000 ? Math.round(figure / 100) * 100 : figure);
    }
  },
  /// Microseconds, written as milliseconds.
  MILLIS {
    @Override
    String written(double figure) {
      var millis = figure / 1e3;
      return (millis < 1 ? "%.2f" : millis < 10 ? "%.1f" : "%,.0f").formatted(millis);
    }
  },
  /// Seconds of processor time for each thousand of something.
  CPU_SECONDS {
    @Override
    String written(double figure) {
      return "%.3f".formatted(figure);
    }
  },
  /// Bytes, written as mebibytes.
  MIB {
    @Override
    String written(double figure) {
      return "%,.0f".formatted(figure / (1 << 20));
    }
  },
  /// Bytes, written as mebibytes with a tenth.
  DECIMAL_MIB {
    @Override
    String written(double figure) {
      return "%,.1f".formatted(figure / (1 << 20));
    }
  },
  DECIMAL {
    @Override
    String written(double figure) {
      return "%.1f".formatted(figure);
    }
  },
  RATIO {
    @Override
    String written(double figure) {
      return "%.2f".formatted(figure);
    }
  },
  PERCENT {
    @Override
    String written(double figure) {
      return "%.1f %%".formatted(100 * figure);
    }
  };

  /// What stands on the page for a figure of the report.
  abstract String written(double figure);

  /// What stands on the page for a value of the report; nothing for one that is not there.
  final String of(JsonNode value) {
    if (value.isMissingNode()) {
      return "";
    }
    return this == TEXT ? value.asText() : written(value.doubleValue());
  }
}
