package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.bench.machine.MemoryReading;
import java.io.IOException;

/// A start with a license that has very many active chats.
///
/// @param chats how many
/// @param readySeconds from calling the launcher to its line `ready`
/// @param answeredSeconds from calling the launcher to the answer of the license's first request
/// @param secondSeconds how long the next request of the same kind took
/// @param cpuSeconds processor time of server and database until the first answer
/// @param memory what the server and its database had then
/// @param heapBytes what the server had on its heap then, after a full collection
public record LicenseSection(
    int chats,
    double readySeconds,
    double answeredSeconds,
    double secondSeconds,
    double cpuSeconds,
    MemoryReading memory,
    long heapBytes)
    implements Section {

  private static final double MIB = 1 << 20;

  /// How long the license's first request had to wait when the server was ready for it.
  public double loadSeconds() {
    return answeredSeconds - readySeconds;
  }

  @Override
  public String name() {
    return "license";
  }

  @Override
  public String table() {
    return ("license with %d active chats: ready after %.2f s, its first request answered after %.2f s (%.2f s later),"
            + " the next in %.3f s; %.1f s of processor time; %.0f MiB (database %.0f), heap %.0f MiB%n")
        .formatted(
            chats,
            readySeconds,
            answeredSeconds,
            loadSeconds(),
            secondSeconds,
            cpuSeconds,
            memory.totalMib(),
            memory.databaseMib(),
            heapBytes / MIB);
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("active_chats", chats);
    json.writeNumberField("ready_seconds", readySeconds);
    json.writeNumberField("first_answer_seconds", answeredSeconds);
    json.writeNumberField("load_seconds", loadSeconds());
    json.writeNumberField("second_answer_seconds", secondSeconds);
    json.writeNumberField("cpu_seconds", cpuSeconds);
    json.writeNumberField("heap_bytes_after_collection", heapBytes);
    Figures.memory(json, memory);
    json.writeEndObject();
  }
}
