package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// What one part of the bench has measured.
public interface Section {
  /// The part's name, which is also its field in the report.
  String name();

  /// Writes the figures as one value.
  void write(JsonGenerator json) throws IOException;

  /// The figures for a terminal.
  String table();
}
