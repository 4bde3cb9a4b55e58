package io.parley.store.embedded;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why PostgreSQL did not come up, read from what it said.
///
/// @param kind what can be done about it
/// @param complaint its own words, without time and process
record StartFailure(Kind kind, String complaint) {

  private static final Pattern COMPLAINT =
      Pattern.compile(".*?\\b(?:FATAL|PANIC|error|could not execute):\\s+(?<words>.*)");

  /// What can be done about a failed start.
  enum Kind {
    /// Another program has the port: choose another.
    PORT_TAKEN,
    /// Processes of a killed predecessor are still ending: wait.
    PREDECESSOR_ENDING,
    /// Nothing before someone makes room.
    DISK_FULL,
    /// Nothing.
    OTHER
  }

  static StartFailure from(String output) {
    var complaint = lastComplaint(output.lines().toList()).orElse("no reason given");
    if (StorageTrouble.isFull(output)) {
      return new StartFailure(Kind.DISK_FULL, complaint);
    }
    if (output.contains("could not bind") || output.contains("Address already in use")) {
      return new StartFailure(Kind.PORT_TAKEN, complaint);
    }
    if (output.contains("is still in use")
        || output.contains("\"postmaster.pid\" already exists")) {
      return new StartFailure(Kind.PREDECESSOR_ENDING, complaint);
    }
    return new StartFailure(Kind.OTHER, complaint);
  }

  /// True if a program of PostgreSQL complains in the text.
  static boolean isComplaint(String output) {
    return output.lines().anyMatch(line -> COMPLAINT.matcher(line).matches());
  }

  /// The last line in which a program of PostgreSQL complains.
  static Optional<String> lastComplaint(List<String> lines) {
    for (var line : lines.reversed()) {
      var match = COMPLAINT.matcher(line);
      if (match.matches()) {
        return Optional.of(match.group("words"));
      }
    }
    return lines.reversed().stream().filter(line -> !line.isBlank()).findFirst().map(String::strip);
  }
}
