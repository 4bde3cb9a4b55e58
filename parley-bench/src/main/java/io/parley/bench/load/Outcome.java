package io.parley.bench.load;

import io.parley.bench.machine.CpuReading;
import io.parley.bench.machine.MemoryReading;

/// What a pair-chat run measured.
///
/// @param conversations how many were held at once
/// @param messages how many were delivered while measuring
/// @param seconds how long was measured
/// @param delivery from sending to the push on the other side
/// @param response from sending to the response
/// @param cpu processor time used while measuring
/// @param memory what the server and its database had at the end
/// @param tally what became of all messages, warm-up included
public record Outcome(
    int conversations,
    long messages,
    double seconds,
    Latency delivery,
    Latency response,
    CpuReading cpu,
    MemoryReading memory,
    Tally tally) {

  /// Messages per second.
  public double rate() {
    return messages / seconds;
  }

  /// Seconds of processor time of server and database for each thousand messages.
  public double cpuPerThousand() {
    return cpu.perThousand(messages).serving();
  }

  /// How many processors of the machine were kept busy by programs that are not measured.
  public double disturbance() {
    return cpu.others() / seconds;
  }
}
