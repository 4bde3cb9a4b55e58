package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// What connections cost that only exist.
///
/// @param server the server's name
/// @param connections how many were logged in
/// @param residentBefore bytes of RAM that the server used before the first one
/// @param residentAfter bytes of RAM that the server used with all of them
/// @param residentCollected the same after a full garbage collection
/// @param closed how many were gone again at the end
public record IdleFigures(
    String server,
    int connections,
    long residentBefore,
    long residentAfter,
    long residentCollected,
    long closed) {

  private static final double MIB = 1 << 20;

  /// KiB of resident server memory for each connection.
  public double kibPerConnection() {
    return perConnection(residentAfter);
  }

  /// The figures in words.
  public String sentence() {
    return ("%s: %d idle connections, resident memory %.0f MiB before and %.0f MiB with them, %.1f KiB each"
            + " (%.0f MiB and %.1f KiB after a full garbage collection); %d were closed%n")
        .formatted(
            server,
            connections,
            residentBefore / MIB,
            residentAfter / MIB,
            kibPerConnection(),
            residentCollected / MIB,
            perConnection(residentCollected),
            closed);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("server", server);
    json.writeNumberField("connections", connections);
    json.writeNumberField("resident_bytes_before", residentBefore);
    json.writeNumberField("resident_bytes_after", residentAfter);
    json.writeNumberField("resident_bytes_after_collection", residentCollected);
    json.writeNumberField("kib_per_connection", kibPerConnection());
    json.writeNumberField("kib_per_connection_after_collection", perConnection(residentCollected));
    json.writeNumberField("closed", closed);
    json.writeEndObject();
  }

  private double perConnection(long resident) {
    return (resident - residentBefore) / 1024.0 / connections;
  }
}
