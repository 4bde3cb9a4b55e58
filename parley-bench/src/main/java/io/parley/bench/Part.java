package io.parley.bench;

import io.parley.bench.report.Section;
import java.io.IOException;
import java.sql.SQLException;

/// One part of the bench: it starts what it needs, measures, and ends what it started.
interface Part {
  /// What it is called on the command line.
  String name();

  /// Whether it says nothing of the relays.
  default boolean isParleysAlone() {
    return true;
  }

  /// Measures.
  Section measure(Stage stage) throws IOException, SQLException, InterruptedException;
}
