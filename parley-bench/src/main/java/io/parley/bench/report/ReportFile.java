package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// The report of the bench: a JSON object with a field for each part that has been measured. A part
/// that is measured again replaces its own field and no other.
public final class ReportFile {
  private static final ObjectMapper TREES = new ObjectMapper();

  private final Path file;

  /// The report in this file, which need not exist yet.
  public ReportFile(Path file) {
    this.file = file;
  }

  /// Writes what one part has measured.
  public void put(Section section) throws IOException {
    var figures = new StringWriter();
    try (var json = new JsonFactory().createGenerator(figures)) {
      section.write(json);
    }
    var report = read();
    report.set(section.name(), TREES.readTree(figures.toString()));
    var directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    TREES.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
  }

  /// What has been measured, by the names of the parts.
  public ObjectNode read() throws IOException {
    if (!Files.exists(file)) {
      return TREES.createObjectNode();
    }
    JsonNode report = TREES.readTree(file.toFile());
    if (report instanceof ObjectNode parts) {
      return parts;
    }
    throw new IOException(file + " is no report of the bench");
  }
}
