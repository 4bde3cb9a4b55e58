package io.parley.bench.load;

import io.parley.bench.machine.CpuReading;
import io.parley.bench.machine.MemoryReading;

/// What a storm of logins measured.
///
/// @param connections how many came
/// @param agents how many of them were agents
/// @param seconds from the first connection's beginning to the last login's response
/// @param connecting from the beginning of a connection to its open WebSocket
/// @param login from the beginning of a connection to the response to its login
/// @param pushes what the server told those who were there of those who came, until the last login
/// @param failed how many did not get in
/// @param firstFailure why the first of them did not, or the empty string
/// @param cpu processor time used meanwhile
/// @param memory what the server and its database had at the end
public record StormOutcome(
    int connections,
    int agents,
    double seconds,
    Latency connecting,
    Latency login,
    long pushes,
    long failed,
    String firstFailure,
    CpuReading cpu,
    MemoryReading memory) {

  /// Logins per second.
  public double rate() {
    return (connections - failed) / seconds;
  }
}
