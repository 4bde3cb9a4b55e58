package io.parley.bench.load;

import java.util.Locale;

/// What went wrong with the messages of a run, warm-up included.
///
/// @param lost messages that never got somewhere where they should have
/// @param refused error responses, and connections that the server closed
/// @param strays pushes that reached somebody whom they were not for
/// @param disordered responses and pushes that came twice, or not in the order of sending
/// @param firstRefusal what the server said when it first refused, or the empty string
public record Troubles(long lost, long refused, long strays, long disordered, String firstRefusal) {

  /// Whether nothing went wrong.
  public boolean isNone() {
    return lost == 0 && refused == 0 && strays == 0 && disordered == 0;
  }

  /// The troubles for a column of a table: `0` when there are none.
  public String brief() {
    return isNone()
        ? "0"
        : String.format(
            Locale.ROOT,
            "%d lost, %d refused, %d strays, %d disordered; %s",
            lost,
            refused,
            strays,
            disordered,
            firstRefusal);
  }
}
