package io.parley.bench.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where values lie between the two ends of an axis: at 0 the one, at 1 the other.
sealed interface Scale {
  /// The place of a value.
  double place(double value);

  /// Round values along the axis.
  List<Double> ticks();

  /// Begins at nothing and ends at a round value.
  ///
  /// @param end the value at the other end
  /// @param step between two ticks
  record Linear(double end, double step) implements Scale {
    private static final int MOST_TICKS = 6;

    /// The scale on which all values up to a largest one have room.
    static Linear upTo(double largest) {
      var needed = Math.max(largest, Double.MIN_NORMAL);
      var power = Math.pow(10, Math.floor(Math.log10(needed / MOST_TICKS)));
      for (var factor : new int[] {1, 2, 5, 10}) {
        var step = power * factor;
        if (needed / step <= MOST_TICKS) {
          return new Linear(step * Math.ceil(needed / step - 1e-9), step);
        }
      }
      throw new IllegalStateException("no scale up to " + largest);
    }

    @Override
    public double place(double value) {
      return value / end;
    }

    @Override
    public List<Double> ticks() {
      var ticks = new ArrayList<Double>();
      for (var i = 0; i <= Math.round(end / step); i++) {
        ticks.add(i * step);
      }
      return ticks;
    }
  }

  /// The same way for each factor, between two powers of ten.
  ///
  /// @param from the power at the beginning
  /// @param to the power at the end
  record Logarithmic(int from, int to) implements Scale {
    /// The scale on which the smallest and the largest value have room.
    static Logarithmic between(double smallest, double largest) {
      var from = (int) Math.floor(Math.log10(smallest));
      return new Logarithmic(from, Math.max(from + 1, (int) Math.ceil(Math.log10(largest))));
    }

    @Override
    public double place(double value) {
      return Math.clamp((Math.log10(value) - from) / (to - from), 0, 1);
    }

    @Override
    public List<Double> ticks() {
      var ticks = new ArrayList<Double>();
      for (var power = from; power <= to; power++) {
        ticks.add(Math.pow(10, power));
      }
      return ticks;
    }
  }

  /// A value as people write it: three digits that count, and thousands apart.
  static String text(double value) {
    if (value == 0) {
      return "0";
    }
    var digits = Math.clamp(2 - (int) Math.floor(Math.log10(Math.abs(value))), 0, 4);
    var text = String.format(Locale.ROOT, "%,." + digits + "f", value);
    return digits == 0 ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
