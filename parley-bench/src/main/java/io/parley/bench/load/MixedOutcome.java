package io.parley.bench.load;

import io.parley.bench.machine.CpuReading;
import io.parley.bench.machine.MemoryReading;
import java.util.List;

/// What a mixed run measured.
///
/// @param desks how many customers and chats there were
/// @param operations how many operations were over while measuring
/// @param seconds how long was measured
/// @param kinds the kinds of operations, each with its latency
/// @param all the latency of the operations, whatever their kind
/// @param cpu processor time used while measuring
/// @param memory what the server and its database had at the end
/// @param troubles what went wrong with all operations, warm-up included
public record MixedOutcome(
    int desks,
    long operations,
    double seconds,
    List<Kind> kinds,
    Latency all,
    CpuReading cpu,
    MemoryReading memory,
    Troubles troubles) {

  /// One kind of operations.
  public record Kind(Operation operation, Latency latency) {}

  /// Operations per second.
  public double rate() {
    return operations / seconds;
  }

  /// Which part of the operations was of a kind.
  public double share(Kind kind) {
    return (double) kind.latency.count() / Math.max(1, all.count());
  }

  /// How many processors of the machine were kept busy by programs that are not measured.
  public double disturbance() {
    return cpu.others() / seconds;
  }
}
