package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// What connections cost that only exist.
///
/// @param server the server's name
/// @param connections how many were logged in
/// @param before the server's memory before the first one
/// @param after the server's memory with all of them
/// @param closed how many were gone again at the end
public record IdleFigures(
    String server, int connections, Reading before, Reading after, long closed) {

  private static final double MIB = 1 << 20;

  /// Memory at one moment, in bytes.
  ///
  /// @param resident what the server's process has in RAM
  /// @param collected the same after a full garbage collection
  /// @param heap what is in use on the heap then
  /// @param database what all processes of its database have in RAM
  public record Reading(long resident, long collected, long heap, long database) {
    void write(JsonGenerator json, String name) throws IOException {
      json.writeObjectFieldStart(name);
      json.writeNumberField("resident_bytes", resident);
      json.writeNumberField("resident_bytes_after_collection", collected);
      json.writeNumberField("heap_bytes_after_collection", heap);
      json.writeNumberField("database_bytes", database);
      json.writeEndObject();
    }
  }

  /// KiB of resident server memory for each connection, between two full collections.
  public double kibPerConnection() {
    return perConnection(after.collected - before.collected);
  }

  /// The same without the second collection: with what was left lying on the way in.
  public double kibPerConnectionUncollected() {
    return perConnection(after.resident - before.collected);
  }

  /// KiB on the heap for each connection.
  public double heapKibPerConnection() {
    return perConnection(after.heap - before.heap);
  }

  /// The figures in words.
  public String sentence() {
    return ("%s: %d idle connections; after full collections %.0f MiB before and %.0f MiB with them, %.1f KiB each"
            + " (%.1f on the heap); before the second collection %.0f MiB, %.1f KiB each;"
            + " the database has %.0f and %.0f MiB; %d were closed%n")
        .formatted(
            server,
            connections,
            before.collected / MIB,
            after.collected / MIB,
            kibPerConnection(),
            heapKibPerConnection(),
            after.resident / MIB,
            kibPerConnectionUncollected(),
            before.database / MIB,
            after.database / MIB,
            closed);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("server", server);
    json.writeNumberField("connections", connections);
    before.write(json, "before");
    after.write(json, "after");
    json.writeNumberField("kib_per_connection", kibPerConnection());
    json.writeNumberField("kib_per_connection_uncollected", kibPerConnectionUncollected());
    json.writeNumberField("heap_kib_per_connection", heapKibPerConnection());
    json.writeNumberField("closed", closed);
    json.writeEndObject();
  }

  private double perConnection(long bytes) {
    return bytes / 1024.0 / connections;
  }
}
