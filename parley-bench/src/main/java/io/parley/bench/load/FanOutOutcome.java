package io.parley.bench.load;

import io.parley.bench.machine.CpuReading;
import io.parley.bench.machine.MemoryReading;

/// What a fan-out run measured: one chat, one customer who writes, many agents who read.
///
/// @param followers how many agents followed the chat, beside the one whose chat it was
/// @param messages how many reached the last of them while measuring
/// @param seconds how long was measured
/// @param each from sending to the push, on every agent's connection
/// @param last from sending to the push on the agent's connection that got it last
/// @param response from sending to the response
/// @param cpu processor time used while measuring
/// @param memory what the server and its database had at the end
/// @param troubles what went wrong with all messages, warm-up included
public record FanOutOutcome(
    int followers,
    long messages,
    double seconds,
    Latency each,
    Latency last,
    Latency response,
    CpuReading cpu,
    MemoryReading memory,
    Troubles troubles) {

  /// Messages per second.
  public double rate() {
    return messages / seconds;
  }

  /// Pushes per second: to the agent, the followers, and the customer's own connection.
  public double pushRate() {
    return rate() * (followers + 2);
  }

  /// How many processors of the machine were kept busy by programs that are not measured.
  public double disturbance() {
    return cpu.others() / seconds;
  }
}
